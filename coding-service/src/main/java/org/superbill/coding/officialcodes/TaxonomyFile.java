package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** The provider taxonomy of NUCC: the CSV file that it publishes, and an older form of it with dates. */
@Singleton
class TaxonomyFile extends TableFile {
    TaxonomyFile(ReleaseLoads loads) {
        super(loads, "provider-taxonomy", "code", "type", "classification", "specialization");
    }

    @Override
    public boolean recognises(FileSample sample) {
        return super.recognises(sample) || Table.has(sample, "Code", "Grouping", "Classification", "Specialization");
    }

    @Override
    Optional<Coded> coded(NamedCsvRecord row, RowErrors errors) {
        var line = row.getStartingLineNumber();
        var grouping = either(row, "Grouping", "type");
        var classification = either(row, "Classification", "classification");
        var specialization = either(row, "Specialization", "specialization");
        var name = field(row, "Display Name");
        var display = name.isEmpty() ? classification + (specialization.isEmpty() ? "" : " - " + specialization) : name;
        return Optional.of(new Coded(
                CodeSystem.TAXONOMY,
                new CodeRow(
                                either(row, "Code", "code"),
                                true,
                                display,
                                display,
                                errors.date(line, "effective_date", field(row, "effective_date")),
                                errors.date(line, "deactivation_date", field(row, "deactivation_date")))
                        .with(new Attributes()
                                .with("classification", classification)
                                .with("grouping", grouping)
                                .with("specialization", specialization)
                                .json())));
    }

    private static String either(NamedCsvRecord row, String column, String other) {
        var text = field(row, column);
        return text.isEmpty() ? field(row, other) : text;
    }

    @Override
    Origin origin() {
        return new Origin("NUCC, health care provider taxonomy", Licences.NUCC);
    }
}
