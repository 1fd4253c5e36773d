package org.superbill.coding.officialcodes;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** Which release a file is: what the caller says, else what the content says, else the year in its name. */
record ReleaseName(String label, LocalDate effectiveFrom) {
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})(?:[-_](0[1-9]|1[0-2]))?(?![0-9])");

    /** For a file whose content says nothing of its release. */
    static ReleaseName of(FileLoad load, Path file) {
        return of(load, file, null);
    }

    /**
     * @param said what the content says, or null
     * @throws Problem {@code CODE_FILE_RELEASE_NEEDED}
     */
    static ReleaseName of(FileLoad load, Path file, @Nullable ReleaseName said) {
        var known = Optional.ofNullable(said).or(() -> inName(file));
        var label = Optional.ofNullable(load.release()).or(() -> known.map(ReleaseName::label));
        var from = Optional.ofNullable(load.effectiveFrom()).or(() -> known.map(ReleaseName::effectiveFrom));
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
        return new ReleaseName(label.orElseThrow(), from.orElseThrow());
    }

    /** {@code place_of_service_2024.csv} is the release 2024 from 1 January; {@code taxonomy-2026-07.csv} that of July. */
    private static Optional<ReleaseName> inName(Path file) {
        var found = YEAR.matcher(file.getFileName().toString());
        return found.find() ? year(found.group(1), found.group(2)) : Optional.empty();
    }

    private static Optional<ReleaseName> year(String year, @Nullable String month) {
        try {
            var first = LocalDate.of(Integer.parseInt(year), month == null ? 1 : Integer.parseInt(month), 1);
            return Optional.of(new ReleaseName(month == null ? year : year + "-" + month, first));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
