package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.CodeSystemProblem;
import org.superbill.coding.codesystem.ReleaseLoads;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.problem.Problem;

/** Makes one release of two files, whichever comes first: the first one waits, and neither half of a release is ever seen alone. */
@Singleton
class HcpcsRelease {
    static final String SOURCE = "CMS, HCPCS Level II";

    private final ReleaseLoads loads;
    private final WaitingParts waiting;

    HcpcsRelease(ReleaseLoads loads, WaitingParts waiting) {
        this.loads = loads;
        this.waiting = waiting;
    }

    FileOutcome load(Connection connection, Path file, FileLoad load, HcpcsHalf half) throws IOException, SQLException {
        var name = ReleaseName.of(load, file);
        loads.lock(connection);
        var loaded = loads.loaded(connection, CodeSystem.HCPCS, name.label());
        if (loaded.isPresent()) {
            return unchanged(file, name, half, loaded.get());
        }
        var other = waiting.find(
                connection, CodeSystem.HCPCS, name.label(), half.other().text());
        return other.isEmpty()
                ? alone(connection, file, name, half, load.preview())
                : together(connection, file, name, half, other.get(), load.preview());
    }

    /** The release is there: its other half cannot be told from it, but this one can be compared. */
    private static FileOutcome unchanged(Path file, ReleaseName name, HcpcsHalf half, Map<String, CodeRow> release)
            throws IOException {
        var same = half == HcpcsHalf.ATTRIBUTES
                ? HcpcsTables.hasAttributes(release, HcpcsTables.attributes(Table.read(file)))
                : HcpcsTables.hasDescriptions(release, HcpcsTables.descriptions(Table.read(file)));
        if (!same) {
            throw new Problem(
                    CodeSystemProblem.CODE_RELEASE_DIFFERS,
                    "The release %s of hcpcs is loaded with other %s".formatted(name.label(), half.text()));
        }
        return new FileOutcome(kind(half), name.label(), name.effectiveFrom(), release.size(), 0, 0, 0, false);
    }

    private FileOutcome alone(Connection connection, Path file, ReleaseName name, HcpcsHalf half, boolean preview)
            throws IOException, SQLException {
        var rows = half == HcpcsHalf.ATTRIBUTES
                ? HcpcsTables.attributes(Table.read(file)).size()
                : HcpcsTables.descriptions(Table.read(file)).size();
        var content = Files.readAllBytes(file);
        var part = new WaitingParts.Part(content, Sha256.hex(content));
        var same = waiting.find(connection, CodeSystem.HCPCS, name.label(), half.text())
                .filter(before -> before.sha256().equals(part.sha256()));
        if (same.isEmpty() && !preview) {
            waiting.put(connection, CodeSystem.HCPCS, name, half.text(), part);
        }
        return new FileOutcome(
                kind(half),
                name.label(),
                name.effectiveFrom(),
                rows,
                0,
                0,
                0,
                same.isEmpty(),
                List.of(),
                "The release is published in two files: it is made when the file with the %s comes, under the same label"
                        .formatted(half.other().text()));
    }

    private FileOutcome together(
            Connection connection,
            Path file,
            ReleaseName name,
            HcpcsHalf half,
            WaitingParts.Part other,
            boolean preview)
            throws IOException, SQLException {
        var otherFile = file.resolveSibling("other-half");
        Files.write(otherFile, other.content());
        try {
            var attributes = Table.read(half == HcpcsHalf.ATTRIBUTES ? file : otherFile);
            var descriptions = Table.read(half == HcpcsHalf.ATTRIBUTES ? otherFile : file);
            var rows = HcpcsTables.merge(HcpcsTables.attributes(attributes), HcpcsTables.descriptions(descriptions));
            var candidate = new ReleaseLoads.Candidate(
                    CodeSystem.HCPCS, name.label(), name.effectiveFrom(), SOURCE, Licences.PUBLIC_DOMAIN, rows);
            var outcome = loads.load(connection, candidate, preview);
            if (!preview) {
                waiting.remove(
                        connection, CodeSystem.HCPCS, name.label(), half.other().text());
            }
            return Outcomes.of(kind(half), rows.size(), List.of(outcome), null);
        } finally {
            Files.delete(otherFile);
        }
    }

    static String kind(HcpcsHalf half) {
        return "hcpcs-" + half.text();
    }
}
