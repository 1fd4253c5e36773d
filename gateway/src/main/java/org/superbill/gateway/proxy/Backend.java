package org.superbill.gateway.proxy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Which service answers for which first segment under {@code /api/v1}: the one place that says so. */
enum Backend {
    PATIENT_SERVICE("organizations", "organization", "practitioners", "locations", "payers", "patients", "encounters"),
    CODING_SERVICE(
            "codes",
            "code-systems",
            "code-files",
            "code-tables",
            "code-index",
            "code-facts",
            "code-validations",
            "code-suggestions",
            "coding-cases",
            "coders",
            "coding-policy",
            "coding-worklist",
            "coding-queries",
            "coding-query-templates",
            "coding-query-figures",
            "coding-notes",
            "coding-mentions",
            "coding-audits",
            "coding-training",
            "coding-figures"),
    BILLING_SERVICE(
            "appeal-limits",
            "appeals",
            "authorizations",
            "bank-files",
            "claim-checks",
            "claim-rules",
            "claims",
            "coverage-lists",
            "credit-balances",
            "deadlines",
            "denials",
            "deposits",
            "edit-rules",
            "edit-tables",
            "expected-payments",
            "fee-schedules",
            "filing-limits",
            "ledger",
            "patient-accounts",
            "payer-contracts",
            "reconciliation",
            "refunds",
            "remittances",
            "reports",
            "submission-schedules",
            "submissions",
            "unapplied-claims",
            "underpayments",
            "x12-files"),
    /** Not proxied: the gateway's own resources. */
    GATEWAY("tokens", "events", "audit-events");

    /** Every service has this path; its second segment names the service. */
    private static final String EVENT_PROCESSING = "event-processing";

    /** Paths that take whole files: X12 interchanges, code releases, official files and CMS's tables. */
    private static final Set<String> TAKES_FILES = Set.of(
            "x12-files",
            "claim-checks",
            "code-systems",
            "code-files",
            "edit-tables",
            "coverage-lists",
            "bank-files",
            "deposits",
            "remittances");

    /** Last segments of what is a file itself when it is read: a release of codes, the books of a range of days. */
    private static final Set<String> GIVES_FILES = Set.of("file", "lines", "seals");

    /** Last segments of what a service may work on for minutes: past claims, the whole ledger, the tables of a release. */
    private static final Set<String> TAKES_LONG =
            Set.of("activate", "close", "dry-run", "export", "rollback", "verification");

    /** Each of its files, by name. */
    private static final String CODE_FACTS = "code-facts";

    private final Set<String> prefixes;

    Backend(String... prefixes) {
        this.prefixes = Set.of(prefixes);
    }

    static Optional<Backend> of(ApiPath path) {
        var resource = path.resource();
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        var first = resource.get(0);
        return Arrays.stream(values())
                .filter(backend -> first.equals(EVENT_PROCESSING)
                        ? resource.size() > 1 && resource.get(1).equals(backend.serviceName())
                        : backend.prefixes.contains(first))
                .findFirst();
    }

    static boolean takesFiles(ApiPath path) {
        return path.resource().stream()
                .findFirst()
                .filter(TAKES_FILES::contains)
                .isPresent();
    }

    /** Whether a whole file is read: it keeps the service busy as one that is brought does. */
    static boolean givesFile(ApiPath path) {
        var segments = path.resource();
        return !segments.isEmpty()
                && (GIVES_FILES.contains(segments.get(segments.size() - 1))
                        || segments.get(0).equals(CODE_FACTS) && segments.size() > 2);
    }

    /** Whether the answer may take minutes: of a large file, and of what goes through all that there is. */
    static boolean takesLong(ApiPath path) {
        var segments = path.resource();
        return takesFiles(path)
                || givesFile(path)
                || !segments.isEmpty() && TAKES_LONG.contains(segments.get(segments.size() - 1));
    }

    String serviceName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
