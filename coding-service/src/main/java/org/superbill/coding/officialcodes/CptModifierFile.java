package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codefile.Packing;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** The AMA's text of CPT's modifiers alone; in the zip with the descriptors it is taken with them. */
@Singleton
class CptModifierFile implements OfficialFile {
    private final ReleaseLoads loads;

    CptModifierFile(ReleaseLoads loads) {
        this.loads = loads;
    }

    @Override
    public String kind() {
        return "cpt-modifiers";
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.zipEntries().isEmpty() && CptModifierText.isOne(sample.text());
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        List<CodeRow> rows;
        try (var content = Packing.open(file)) {
            rows = CptModifierText.read(Packing.lines(content));
        }
        new RowErrors().throwIfAny(rows.size());
        var candidate = candidate(ReleaseName.of(load, file), rows);
        return Outcomes.of(kind(), rows.size(), List.of(loads.load(connection, candidate, load.preview())), null);
    }

    static ReleaseLoads.Candidate candidate(ReleaseName name, List<CodeRow> rows) {
        return new ReleaseLoads.Candidate(
                CodeSystem.CPT_MODIFIER,
                name.label(),
                name.effectiveFrom(),
                "AMA, CPT " + name.label() + ", modifiers",
                Licences.AMA,
                rows);
    }
}
