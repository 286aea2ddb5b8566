"""What is asked of an administrator."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.terms.roles import Role
from tongket.web.desk.words import ROLES


class RoleForm(forms.Form):
    """An org and a role."""

    org = forms.ChoiceField(label=_("Đơn vị"))
    role = forms.ChoiceField(label=_("Vai trò"), choices=[(role.value, ROLES[role]) for role in Role])

    def for_orgs(self, orgs: list[tuple[str, str]]) -> "RoleForm":
        """Offer orgs: id and name."""
        field = self.fields["org"]
        if isinstance(field, forms.ChoiceField):
            field.choices = orgs
        return self


class InviteForm(RoleForm):
    """Whom to invite, to which org, in which role."""

    email = forms.EmailField(
        label=_("Địa chỉ thư"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=_("Lời mời gửi đến đây"),
    )
    field_order = ("email", "org", "role")
