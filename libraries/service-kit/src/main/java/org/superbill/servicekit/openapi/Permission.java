package org.superbill.servicekit.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.superbill.servicekit.security.Role;

/** Says of an operation which permission it needs and which roles have it. */
final class Permission {
    private Permission() {}

    /** @param permissions any one of them will do; none where nobody is asked who they are */
    static void describe(Operation operation, List<String> permissions) {
        if (permissions.isEmpty()) {
            return;
        }
        var roles = Arrays.stream(Role.values())
                .filter(role -> role.permissions().stream().anyMatch(permissions::contains))
                .map(Role::text)
                .toList();
        operation.addExtension("x-permissions", permissions);
        operation.addExtension("x-roles", roles);
        var sentence = "Needs the permission %s, which %s."
                .formatted(
                        permissions.stream().map(Permission::quoted).collect(Collectors.joining(" or ")),
                        roles.isEmpty()
                                ? "no role has, only programs by their scope"
                                : roles.size() == 1
                                        ? "the role " + quoted(roles.get(0)) + " has"
                                        : "the roles "
                                                + roles.stream()
                                                        .map(Permission::quoted)
                                                        .collect(Collectors.joining(", "))
                                                + " have");
        var before = operation.getDescription();
        operation.setDescription(before == null || before.isBlank() ? sentence : before.strip() + "\n\n" + sentence);
    }

    private static String quoted(String name) {
        return '`' + name + '`';
    }
}
