"""Rules, evaluation questions and program steps: fairness when a service is built and given."""
