package org.superbill.coding.codesystem;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/** All that is known of one code on a day: itself, its place, what it means in plain words, and what took its place or came before it. */
@ApplicationScoped
public class CodeDetails {
    private static final String CROSS_REFERENCE = "crossReference";

    private final CodeStore store;
    private final Codes codes;
    private final CodeTree tree;
    private final CodeTables tables;

    CodeDetails(CodeStore store, Codes codes, CodeTree tree, CodeTables tables) {
        this.store = store;
        this.codes = codes;
        this.tree = tree;
        this.tables = tables;
    }

    /** @throws Problem {@code CODE_NOT_FOUND} */
    CodeView read(CodeSystem system, String written, LocalDate on) {
        var question = new Codes.Question(system, system.normalize(written), on);
        var releases = store.activeReleases().of(system);
        var rows = store.find(List.of(question)).getOrDefault(question, Map.of());
        var status = AsOf.judge(question, releases, rows);
        if (!status.known()) {
            throw new Problem(
                    CodeSystemProblem.CODE_NOT_FOUND, "No loaded release of %s has this code".formatted(system.id()));
        }
        var holding = holding(releases, rows, on).orElseThrow();
        var attributes = attributes(rows.get(holding.id()));
        return CodeView.of(
                status,
                tree.place(system, question.code(), on),
                attributes,
                Explanations.of(system, question.code()).orElse(null),
                holding,
                status.valid() && status.billable() ? List.of() : candidates(status, attributes),
                tables.replacedBy(system, question.code()));
    }

    /**
     * What took the place of a code, as far as a table says so.
     *
     * @param code stored form
     * @return stored forms that may be used on the day; empty when nothing is known
     */
    public List<String> candidates(CodeSystem system, String code, LocalDate on) {
        var question = new Codes.Question(system, code, on);
        var releases = store.activeReleases().of(system);
        var rows = store.find(List.of(question)).getOrDefault(question, Map.of());
        var attributes = holding(releases, rows, on)
                .map(release -> attributes(rows.get(release.id())))
                .orElse(Map.of());
        return candidates(AsOf.judge(question, releases, rows), attributes).stream()
                .map(Replacement::replacedBy)
                .distinct()
                .toList();
    }

    /** The release that answers on the day when it has the code, else the newest that has it. */
    private static Optional<CodeRelease> holding(Releases releases, Map<Long, CodeRow> rows, LocalDate on) {
        return releases.answering(on, rows)
                .filter(release -> rows.containsKey(release.id()))
                .or(() -> releases.oldestFirst().stream()
                        .filter(release -> rows.containsKey(release.id()))
                        .max(Comparator.comparing(CodeRelease::effectiveFrom)));
    }

    private List<Replacement> candidates(CodeStatus status, Map<String, Object> attributes) {
        var found = new ArrayList<>(tables.replacementsOf(status.system(), status.code(), code -> {
            var candidate = codes.ask(status.system(), code, status.on());
            return candidate.valid() && candidate.billable();
        }));
        var last = status.validTo();
        if (last != null && last.isBefore(status.on()) && attributes.get(CROSS_REFERENCE) instanceof List<?> others) {
            others.forEach(other -> found.add(
                    new Replacement(status.code(), status.code(), String.valueOf(other), null, last.plusDays(1))));
        }
        return found.stream()
                .filter(replacement -> !replacement.effectiveOn().isAfter(status.on()))
                .toList();
    }

    private static Map<String, Object> attributes(@Nullable CodeRow row) {
        return Optional.ofNullable(row)
                .map(CodeRow::attributes)
                .map(StoredAttributes::read)
                .orElse(Map.of());
    }
}
