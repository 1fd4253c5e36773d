package org.superbill.coding.codefact;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactRow;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** An official file that makes an edition of facts: the kinds say how it is read. */
abstract class FactFile implements OfficialFile {
    static final String PUBLIC_DOMAIN = "US-government work, public domain (17 U.S.C. 105)";

    private final FactEditions editions;

    FactFile(FactEditions editions) {
        this.editions = editions;
    }

    /** Which edition a file is. */
    record Release(String label, LocalDate effectiveFrom) {
        /** The fiscal year begins on 1 October of the year before. */
        static Release ofFiscalYear(String year) {
            return new Release(year, LocalDate.of(Integer.parseInt(year) - 1, 10, 1));
        }
    }

    /** @throws Problem {@code CODE_FILE_INVALID}, {@code CODE_FILE_RELEASE_NEEDED} */
    abstract Edition read(Path file, FileLoad load) throws IOException;

    @Override
    public final FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var edition = read(file, load);
        var outcome = editions.load(connection, edition, PUBLIC_DOMAIN, load.preview());
        return new FileOutcome(
                kind(),
                edition.label(),
                edition.effectiveFrom(),
                edition.rows().size(),
                outcome.added().size(),
                0,
                outcome.deleted().size(),
                outcome.changed(),
                List.of(),
                outcome.note(),
                new FileOutcome.Changes(said(outcome.added()), List.of(), said(outcome.deleted())));
    }

    /** {@code G47.3 excludes1 snoring (R06.83)} */
    private static List<String> said(List<FactRow> rows) {
        return rows.stream()
                .limit(FileOutcome.Changes.MOST)
                .map(row -> "%s %s %s"
                        .formatted(written(row.subject()), row.fact(), row.detail())
                        .strip())
                .toList();
    }

    /** A block, a chapter and the name of a list stay as they are. */
    private static String written(String subject) {
        return Terminology.ICD_10_CM.accepts(subject) ? Terminology.ICD_10_CM.written(subject) : subject;
    }

    /**
     * What the caller says, else what the file says.
     *
     * @param said by the file or its name, or null
     */
    static Release release(FileLoad load, @Nullable Release said) {
        var label = Optional.ofNullable(load.release())
                .or(() -> Optional.ofNullable(said).map(Release::label));
        var from = Optional.ofNullable(load.effectiveFrom())
                .or(() -> Optional.ofNullable(said).map(Release::effectiveFrom));
        var missing = new ArrayList<FieldError>();
        if (label.isEmpty()) {
            missing.add(new FieldError("?release", "required", "The file does not say which release it is"));
        }
        if (from.isEmpty()) {
            missing.add(new FieldError("?effectiveFrom", "required", "The file does not say its first day"));
        }
        if (!missing.isEmpty()) {
            throw new Problem(
                    CodeFileProblem.CODE_FILE_RELEASE_NEEDED, "Neither the file nor its name says it", missing);
        }
        return new Release(label.orElseThrow(), from.orElseThrow());
    }

    static Problem invalid(long line, String message) {
        return new Problem(
                CodeFileProblem.CODE_FILE_INVALID,
                "The file is not what it began as; nothing was loaded",
                new FieldError("/lines/" + line, "invalid", "Line %d: %s".formatted(line, message)));
    }
}
