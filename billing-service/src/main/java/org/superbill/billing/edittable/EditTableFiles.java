package org.superbill.billing.edittable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** Takes a file of CMS: loaded whole in one transaction or not at all; the same rows again change nothing. */
@ApplicationScoped
public class EditTableFiles {
    private static final int LONGEST_NAME = 120;
    private static final String WHOLE = "whole";
    private static final int LAST_YEAR = 9999;

    private final EditTableStore store;
    private final Clock clock;

    EditTableFiles(EditTableStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What its sender says of a file, where the file does not.
     *
     * @param name as it is called
     * @param preview true to read and compare, and to write nothing
     */
    record Wanted(
            String name,
            @Nullable EditTable table,
            @Nullable String release,
            @Nullable LocalDate effectiveFrom,
            boolean preview) {}

    /**
     * @throws Problem {@code EDIT_TABLE_FILE_UNKNOWN}, {@code EDIT_TABLE_FILE_UNREADABLE}, {@code EDIT_TABLE_FILE_INVALID}, {@code EDIT_TABLE_NAME_NEEDED},
     *     {@code EDIT_TABLE_RELEASE_DIFFERS}
     */
    @Transactional
    EditTableOutcome take(InputStream content, Wanted wanted) {
        try {
            var file = Files.createTempFile("superbill-edit-table-", "");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return load(file, wanted);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EditTableOutcome load(Path path, Wanted wanted) throws IOException {
        var file = TableFile.read(path, wanted.name(), wanted.table());
        var name = name(wanted, file.release());
        store.lock();
        var loaded = new ArrayList<EditTableOutcome.Loaded>();
        for (var table : file.rows().entrySet()) {
            loaded.add(load(table.getKey(), name, file.part(), table.getValue(), wanted));
        }
        return new EditTableOutcome(
                loaded.stream().mapToInt(EditTableOutcome.Loaded::rows).sum(),
                loaded.stream().anyMatch(EditTableOutcome.Loaded::changed),
                loaded);
    }

    private EditTableOutcome.Loaded load(
            EditTable table, ReleaseName name, String part, RowBlocks rows, Wanted wanted) {
        var blocks = rows.blocks();
        var sha256 = rows.sha256Hex();
        var before = store.find(table, name.label());
        var changed = before.isEmpty() || isNew(before.get(), name, part, sha256);
        if (changed && !wanted.preview()) {
            var at = clock.instant();
            var id = before.isPresent() ? before.get().id() : store.insertRelease(table, name, at);
            store.insertPart(
                    id, new EditTableRelease.Part(part, plain(wanted.name()), sha256, rows.rows()), blocks, at);
        }
        var predecessor = changed && part.equals(WHOLE) ? predecessor(table, name) : Optional.<EditTableRelease>empty();
        var diff = predecessor
                .map(old -> RowDiff.between(
                        RowBlocks.lines(store.blocks(old.id())),
                        old.rows(),
                        RowBlocks.lines(
                                blocks.stream().map(RowBlocks.Block::content).toList()),
                        rows.rows(),
                        table.keyFields()))
                .orElseGet(() -> new RowDiff(changed ? rows.rows() : 0, 0, 0)); // the same again changes nothing
        return new EditTableOutcome.Loaded(
                table,
                name.label(),
                name.effectiveFrom(),
                part,
                rows.rows(),
                isComplete(before, part),
                predecessor.map(EditTableRelease::release).orElse(null),
                diff.added(),
                diff.revised(),
                diff.deleted(),
                changed,
                before.map(EditTableRelease::active).orElse(false));
    }

    /** @return false when the part is loaded with these rows */
    private static boolean isNew(EditTableRelease release, ReleaseName name, String part, String sha256) {
        var same = release.parts().stream()
                .filter(loaded -> loaded.part().equals(part))
                .findFirst();
        if (same.isPresent() && same.get().sha256().equals(sha256)) {
            return false;
        }
        var mixed = release.parts().stream().anyMatch(loaded -> loaded.part().equals(WHOLE) != part.equals(WHOLE));
        if (same.isPresent()
                || mixed
                || release.active()
                || !release.effectiveFrom().equals(name.effectiveFrom())) {
            throw new Problem(
                    EditTableProblem.EDIT_TABLE_RELEASE_DIFFERS,
                    "Release %s of %s is loaded with other rows, another first day, or is in use without this part"
                            .formatted(release.release(), release.table().id()));
        }
        return true;
    }

    private static boolean isComplete(Optional<EditTableRelease> before, String part) {
        var loaded =
                before.map(EditTableRelease::parts).orElse(List.of()).stream().map(EditTableRelease.Part::part);
        return EditTableRelease.missingBeside(
                        Stream.concat(loaded, Stream.of(part)).toList())
                .isEmpty();
    }

    /** The newest active release that began no later. */
    private Optional<EditTableRelease> predecessor(EditTable table, ReleaseName name) {
        return store.releases().stream()
                .filter(release -> release.table() == table && release.active())
                .filter(release -> !release.release().equals(name.label()))
                .filter(release -> !release.effectiveFrom().isAfter(name.effectiveFrom()))
                .findFirst();
    }

    private static ReleaseName name(Wanted wanted, @Nullable ReleaseName said) {
        var label = Optional.ofNullable(wanted.release()).orElse(said == null ? null : said.label());
        var from = Optional.ofNullable(wanted.effectiveFrom()).orElse(said == null ? null : said.effectiveFrom());
        var missing = new ArrayList<FieldError>();
        if (label == null) {
            missing.add(new FieldError("?release", "required", "The file's name does not say which release it is"));
        }
        if (from == null) {
            missing.add(new FieldError("?effectiveFrom", "required", "The file's name does not say its first day"));
        }
        if (label == null || from == null) {
            throw new Problem(
                    EditTableProblem.EDIT_TABLE_NAME_NEEDED, "Neither the file nor its name says it", missing);
        }
        if (from.getYear() < 0 || from.getYear() > LAST_YEAR) {
            throw new Problem(
                    EditTableProblem.EDIT_TABLE_NAME_NEEDED,
                    "No table begins on that day",
                    new FieldError("?effectiveFrom", "out-of-bounds", "has a year of four digits"));
        }
        return new ReleaseName(label, from);
    }

    /** The last part of the name in letters, digits, dots, dashes and underscores. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[^A-Za-z0-9._-]", "_");
        return last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }
}
