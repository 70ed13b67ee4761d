"""Papers to hand out and take home: posters, charts, tables (pure)."""
