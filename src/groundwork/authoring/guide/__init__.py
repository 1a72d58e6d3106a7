"""The facilitator's guide: texts, filled from lessons and exercises, built into Markdown."""
