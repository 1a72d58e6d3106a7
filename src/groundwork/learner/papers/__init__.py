"""Papers: what a learner hands to a named reader, in Word, in print and as plain text."""
