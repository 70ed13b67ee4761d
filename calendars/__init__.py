"""Writing iCalendar."""
