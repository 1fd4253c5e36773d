package org.superbill.servicekit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.servicekit.testing.GeneratedDocs;

class RoleTest {

    private static final Collection<String> PERMISSIONS = Arrays.stream(Role.values())
            .flatMap(role -> role.permissions().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void thePageOfPermissionsIsThisTable() {
        GeneratedDocs.check("docs/permissions.md", page());
    }

    @Test
    void aPlatformAdminSeesNothingOfAnyOrganization() {
        assertThat(Role.PLATFORM_ADMIN.permissions()).containsExactly("organization:create", "token:issue");
    }

    /** What the operations of the first permission name by id: a practitioner, a place, a payer … */
    @ParameterizedTest
    @CsvSource({
        "encounter:write, patient:read practitioner:read location:read",
        "coding-query:write, practitioner:read coding-case:read",
        "coding-audit:write, practitioner:read payer:read coder:read",
        "coding-figure:read, coder:read payer:read",
        "authorization:write, patient:read payer:read",
        "remittance:post, payer:read claim:read",
        "refund:write, payer:read claim:read",
        "ledger:import, patient:read practitioner:read location:read payer:read",
    })
    void whoNamesSomethingMayLookItUp(String permission, String named) {
        assertThat(Arrays.stream(Role.values())
                        .filter(role -> role.permissions().contains(permission)))
                .isNotEmpty()
                .allSatisfy(
                        role -> assertThat(role.permissions()).as(role.text()).contains(named.split(" ")));
    }

    @Test
    void complianceChangesNothing() {
        assertThat(Role.COMPLIANCE.permissions()).allMatch(permission -> permission.endsWith(":read"));
    }

    @Test
    void onlyComplianceReadsTheAuditTrail() {
        assertThat(Arrays.stream(Role.values())
                        .filter(role -> role.permissions().contains("audit:read")))
                .containsExactly(Role.COMPLIANCE);
    }

    @Test
    void complianceMayReadWhateverAnybodyMayRead() {
        assertThat(Role.COMPLIANCE.permissions())
                .containsAll(PERMISSIONS.stream()
                        .filter(permission -> permission.endsWith(":read"))
                        .toList());
    }

    @Test
    void aRoleIsWrittenInTokensWithHyphens() {
        assertThat(Role.of("billing-manager")).contains(Role.BILLING_MANAGER);
        assertThat(Role.of("BILLING_MANAGER")).isEmpty();
    }

    private static String page() {
        var roles = Arrays.stream(Role.values())
                .map(role -> "| `%s` | %s | %s |".formatted(role.text(), role.purpose(), list(role.permissions())))
                .collect(Collectors.joining("\n"));
        var permissions = PERMISSIONS.stream()
                .map(permission -> "| `%s` | %s |"
                        .formatted(
                                permission,
                                list(Arrays.stream(Role.values())
                                        .filter(role -> role.permissions().contains(permission))
                                        .map(Role::text)
                                        .toList())))
                .collect(Collectors.joining("\n"));
        return """
                # Roles and permissions

                A token names roles in its claim `roles`; an operation needs one permission. A program has the role `system` and has
                exactly the permissions that its token lists in `scope`; some, like `code-release:load`, no role has. A token
                without `organization` can have nothing that belongs to an organization. This page follows from `Role` in
                libraries/service-kit; which operation needs which permission says `x-permissions` in `/openapi`. A role may look up what its
                work names by id, and nothing beyond that.

                | role | what for | permissions |
                |---|---|---|
                %s

                | permission | roles |
                |---|---|
                %s
                """.formatted(roles, permissions);
    }

    private static String list(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
    }
}
