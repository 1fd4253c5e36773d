package org.superbill.coding.codeindex;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.servicekit.problem.Problem;

/** Reading the index as a coder reads the book: look up a term, go down its subterms or to the term that it points to, and come out at a code. */
@ApplicationScoped
public class CodeIndex {
    private static final int MOST_WORDS = 8;

    private final CodeIndexStore store;
    private final Codes codes;

    CodeIndex(CodeIndexStore store, Codes codes) {
        this.store = store;
        this.codes = codes;
    }

    /** The release of each part that is in force on a day: the newest that has begun, or the oldest where none has. */
    private Map<CodeIndexTable, CodeIndexRelease> inForce(LocalDate on) {
        var inForce = new EnumMap<CodeIndexTable, CodeIndexRelease>(CodeIndexTable.class);
        for (var release : store.releases()) {
            if (!inForce.containsKey(release.table())
                    || !release.effectiveFrom().isAfter(on)) {
                inForce.put(release.table(), release);
            }
        }
        return inForce;
    }

    /** The parts of the index with their releases in force. */
    List<CodeIndexTableView> tables(LocalDate on) {
        return inForce(on).values().stream().map(CodeIndexTableView::of).toList();
    }

    /** @param table null for all of them */
    List<CodeIndexTermView> search(String text, @Nullable CodeIndexTable table, LocalDate on, int limit) {
        var words = Arrays.stream(CodeIndexStore.searchable(text).strip().split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        var releases = inForce(on).values().stream()
                .filter(release -> table == null || release.table() == table)
                .map(CodeIndexRelease::id)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var found = store.search(releases, words, limit);
        return views(found.isEmpty() ? store.searchByReference(releases, words, limit) : found, on);
    }

    /** The main terms of a part in index order, after the term with this id. */
    List<CodeIndexTermView> mainTerms(CodeIndexTable table, long after, LocalDate on, int limit) {
        var release = inForce(on).get(table);
        return release == null ? List.of() : views(store.mainTerms(release.id(), after, limit), on);
    }

    /** @throws Problem {@code CODE_INDEX_TERM_NOT_FOUND} */
    CodeIndexEntryView entry(long id, LocalDate on) {
        var term = store.term(id)
                .orElseThrow(() -> new Problem(
                        CodeIndexProblem.CODE_INDEX_TERM_NOT_FOUND, "No release of the index has a term of this id"));
        var above = new ArrayList<StoredTerm>();
        for (var parent = term.parent(); parent != null; parent = above.get(0).parent()) {
            above.add(0, store.term(parent).orElseThrow());
        }
        var subterms = store.subterms(id);
        var see = store.terms(term.seeTerms());
        var all = new ArrayList<StoredTerm>(above);
        all.add(term);
        all.addAll(subterms);
        all.addAll(see);
        var status = status(all, on);
        return new CodeIndexEntryView(
                view(term, status),
                above.stream().map(one -> view(one, status)).toList(),
                subterms.stream().map(one -> view(one, status)).toList(),
                see.stream().map(one -> view(one, status)).toList());
    }

    private List<CodeIndexTermView> views(List<StoredTerm> terms, LocalDate on) {
        var status = status(terms, on);
        return terms.stream().map(term -> view(term, status)).toList();
    }

    private Map<String, CodeStatus> status(Collection<StoredTerm> terms, LocalDate on) {
        var questions = terms.stream()
                .flatMap(term -> term.codes().stream())
                .filter(code -> !code.isEmpty())
                .map(code -> new Codes.Question(CodeSystem.ICD_10_CM, IndexTerm.stored(code), on))
                .collect(Collectors.toSet());
        return questions.isEmpty()
                ? Map.of()
                : codes.ask(questions).values().stream().collect(Collectors.toMap(CodeStatus::code, answer -> answer));
    }

    private static CodeIndexTermView view(StoredTerm term, Map<String, CodeStatus> status) {
        var codes = new ArrayList<CodeIndexTermView.IndexedCode>();
        for (var i = 0; i < term.codes().size(); i++) {
            var printed = term.codes().get(i);
            if (!printed.isEmpty()) {
                var column = term.table().columns().isEmpty()
                        ? null
                        : term.table().columns().get(i);
                // every code that was asked for has an answer, also one that nobody knows
                var answer = Objects.requireNonNull(status.get(IndexTerm.stored(printed)));
                codes.add(CodeIndexTermView.IndexedCode.of(printed, column, answer));
            }
        }
        return new CodeIndexTermView(
                term.id(),
                term.table(),
                term.release(),
                term.level(),
                term.title(),
                term.modifiers().isEmpty() ? null : term.modifiers(),
                term.path(),
                term.see(),
                term.seeAlso(),
                codes,
                term.hasSubterms());
    }
}
