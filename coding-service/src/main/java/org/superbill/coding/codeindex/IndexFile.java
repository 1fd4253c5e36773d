package org.superbill.coding.codeindex;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** Loads what a file has of one part of the index as a release of it. */
final class IndexFile {
    /** The fiscal year of ICD-10-CM begins on the first of October of the year before. */
    private static final int FIRST_MONTH = 10;

    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");

    private IndexFile() {}

    /** What a file says. */
    record Content(CodeIndexTable table, String label, List<IndexTerm> terms) {}

    /** @throws Problem {@code CODE_FILE_INVALID}, {@code CODE_FILE_RELEASE_NEEDED}, {@code CODE_INDEX_RELEASE_DIFFERS} */
    static FileOutcome load(Connection connection, String kind, Content content, FileLoad load, Clock clock)
            throws SQLException {
        if (content.terms().isEmpty()) {
            throw new Problem(CodeFileProblem.CODE_FILE_INVALID, "The file has no terms");
        }
        var label = load.release() == null ? content.label() : load.release();
        var effectiveFrom = effectiveFrom(label, load);
        var sha256 = Sha256.hex(CompactIndex.write(content.terms()));
        CodeIndexStore.lock(connection);
        var same = CodeIndexStore.find(connection, content.table(), label);
        if (same.isPresent() && !same.get().sha256().equals(sha256)) {
            throw new Problem(CodeIndexProblem.CODE_INDEX_RELEASE_DIFFERS, "The release of this label has other terms");
        }
        var before = keys(CodeIndexStore.newest(connection, content.table()));
        var now = keys(content.terms());
        if (same.isEmpty() && !load.preview()) {
            var release = new CodeIndexRelease(
                    0,
                    content.table(),
                    label,
                    effectiveFrom,
                    sha256,
                    content.terms().size());
            CodeIndexStore.insert(connection, release, content.terms(), clock.instant());
        }
        return new FileOutcome(
                kind,
                label,
                effectiveFrom,
                content.terms().size(),
                count(now, before),
                0,
                count(before, now),
                same.isEmpty(),
                List.of(),
                "%s: the table %s of the index"
                        .formatted(content.table().title(), content.table().id()));
    }

    private static LocalDate effectiveFrom(String label, FileLoad load) {
        if (load.effectiveFrom() != null) {
            return load.effectiveFrom();
        }
        if (!YEAR.matcher(label).matches()) {
            throw new Problem(
                    CodeFileProblem.CODE_FILE_RELEASE_NEEDED,
                    "The label is no fiscal year that would say the first day",
                    new FieldError("?effectiveFrom", "required", "effectiveFrom is missing"));
        }
        return LocalDate.of(Integer.parseInt(label) - 1, FIRST_MONTH, 1);
    }

    /** Each term by its path and codes: what is in one release and not in another. */
    private static Set<String> keys(List<IndexTerm> terms) {
        var paths = new IndexPaths(terms);
        var keys = new HashSet<String>();
        for (var i = 0; i < terms.size(); i++) {
            keys.add(paths.path(i) + "\t" + String.join(";", terms.get(i).codes()));
        }
        return keys;
    }

    private static int count(Set<String> in, Set<String> without) {
        return (int) in.stream().filter(key -> !without.contains(key)).count();
    }

    /** Of a file that begins as an index but is none to its end. */
    static Problem invalid(String where) {
        return new Problem(
                CodeFileProblem.CODE_FILE_INVALID, "The file is not written as an index of the CDC: " + where);
    }
}
