"""The nouns of this room, gathered where Django looks for them."""

from .looks import Look, looked
from .persons import ContactProfile, Member, People, Person, Perspective, Role
from .places import Area, Organisation
from .references import Counter

__all__ = [
    "Area",
    "ContactProfile",
    "Counter",
    "Look",
    "Member",
    "Organisation",
    "People",
    "Person",
    "Perspective",
    "Role",
    "looked",
]
