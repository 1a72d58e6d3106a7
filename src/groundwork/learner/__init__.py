"""What belongs to one learner: workspace, kept reflections, artifacts, papers, answers."""
