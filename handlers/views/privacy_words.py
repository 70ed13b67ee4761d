"""What is stored about people and why, in few words: the parts that several screens say."""

from markupsafe import Markup

from texts.tongue import Tongue


def first_contact(t: Tongue) -> Markup:
    """Two sentences for somebody who meets the bot for the first time."""
    return t(
        "When you sign up I store your name, your user name and id in Telegram and your answers, "
        "so that those who run it know who comes. "
        "You can see it and have it erased at any time: /privacy"
    )


def signing_up(t: Tongue) -> Markup:
    """Two sentences about those who sign up: what is stored, who sees it, how long."""
    return t(
        "If you sign up for something, I also store what it is and what you answered: "
        "those who run it see that with your name, the group sees only numbers, "
        "and your first name if you say so. "
        "Answers are erased some time after the event (90 days if your council says nothing else), "
        "and all of it when you say so: /mydata shows it, /forgetme erases it."
    )
