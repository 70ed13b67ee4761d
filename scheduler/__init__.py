"""What happens by itself: delivery and housekeeping."""
