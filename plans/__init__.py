"""Reading published plans, and the times that people type.

For chat (pure, quick, never raise):

- `plans.typed.entry_from_line(text, today, languages=("da", "en")) -> LineReading`: a typed line such as
  "Kulturdag: informationsmøde 3. juni kl. 17-19 på VUC?" as title, `When`, place, kind, activity.
- `plans.typed.when_from_text(text, today, languages=("da", "en")) -> When | None`: a typed answer.
- `plans.phrases.phrases(text, Context(...)) -> tuple[Phrase, ...]`: every time that a text gives.

For documents:

- `plans.bounded.PlanReader(limits=Limits())`, then `await reader.read(data, name) -> Reading`: PDF, Word
  or text, read in a subprocess with bounded memory and time.
  Raises `plans.unreadable.UnreadableDocument`, whose `reason` says why; no plan in it is no error.
- `plans.reader.read_document(extracted, name=...) -> Reading`: the same without the bytes, pure.

`docs/reading-plans.md` tells how it works and how to add a notation.
"""
