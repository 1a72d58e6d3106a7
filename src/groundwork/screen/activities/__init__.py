"""What one lesson has learners make: its widgets put together, with their pictures and papers."""
