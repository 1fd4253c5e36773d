package org.superbill.servicekit.security;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles and what each may do: the one table that code, tests and {@code docs/permissions.md} read. Operations name the
 * permission that they need, {@code @PermissionsAllowed("claim:submit")}; tokens name roles, {@code billing-manager}. Whoever names
 * something by its id in what the role is for may look it up, and nothing beyond that.
 */
public enum Role {
    PLATFORM_ADMIN(
            "Runs the platform: belongs to no organization, creates them and sees nothing of theirs",
            "organization:create token:issue"),
    FRONT_DESK(
            "Registers patients, their coverages and their visits",
            Permissions.PRACTICE_READS,
            "payer:read patient:read patient:write coverage:read coverage:write encounter:read encounter:write code:read"
                    + " authorization:read authorization:write fee-schedule:read"),
    CLINICIAN(
            "Treats patients, completes encounters and answers coders' questions",
            "patient:read practitioner:read location:read encounter:read encounter:write code:read code-suggestion:create"
                    + " coding-query:read coding-query:answer"),
    CODER(
            "Turns what was done into codes",
            Permissions.CODING_READS,
            "code-suggestion:create coding-case:write coding-query:write coding-note:write coding-audit:rebut coding-training:practise"),
    CODING_AUDITOR(
            "Reviews what coders have coded, and leads them",
            Permissions.CODING_READS,
            "coding-case:distribute coding-case:release coding-note:write coding-query-template:write coding-audit:write"
                    + " coding-training:write coding-figure:read"),
    BILLER("Gets claims to payers and paid", Permissions.BILLING),
    POSTER("Posts what payers remit", Permissions.POSTING),
    BILLING_MANAGER(
            "Answers for billing and posting, and keeps the payers",
            Permissions.BILLING,
            Permissions.POSTING,
            "payer:write edit-rule:write coding-figure:read refund:approve ledger:close ledger:import fee-schedule:write"
                    + " payer-contract:write practitioner:read location:read coder:read"),
    COMPLIANCE(
            "Sees everything, who looked at what included, and changes nothing", Permissions.EVERY_READ, "audit:read"),
    ADMIN(
            "Sets the organization up and keeps it running",
            Permissions.EVERY_READ,
            "organization:write practitioner:write location:write payer:write edit-rule:write event-processing:replay coder:write"
                    + " coding-policy:write coding-case:distribute coding-query-template:write ledger:limit"),
    SYSTEM("A program: may do what the `scope` of its token says and nothing else", "");

    private final String purpose;
    private final Set<String> permissions;

    Role(String purpose, String... permissions) {
        this.purpose = purpose;
        SortedSet<String> sorted =
                Stream.of(permissions).flatMap(Permissions::split).collect(Collectors.toCollection(TreeSet::new));
        this.permissions = Collections.unmodifiableSortedSet(sorted);
    }

    /** Whether a token can be granted it: some role has it, or a program may. */
    public static boolean isPermission(String text) {
        return Permissions.isOfPrograms(text)
                || Arrays.stream(values()).anyMatch(role -> role.permissions.contains(text));
    }

    /** As tokens write it: {@code front-desk}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the role is for, half a sentence. */
    public String purpose() {
        return purpose;
    }

    /** In alphabetical order. */
    public Set<String> permissions() {
        return permissions;
    }

    /** The role that a token calls so; a name that is none of ours gives nothing. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
