package org.superbill.coding.codefact;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.superbill.coderules.facts.Edition;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.Packing;

/** The ICD-10-CM Tabular List in XML, as the CDC publishes it. */
@Singleton
class TabularXmlFile extends FactFile {
    static final String KIND = "icd-10-cm-tabular";

    TabularXmlFile(FactEditions editions) {
        super(editions);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.text().contains("<ICD10CM.tabular");
    }

    @Override
    Edition read(Path file, FileLoad load) throws IOException {
        try (var xml = Packing.open(file)) {
            var read = TabularXml.read(xml);
            var said = read.version().matches("20[0-9]{2}") ? Release.ofFiscalYear(read.version()) : null;
            var release = release(load, said);
            return new Edition(
                    KIND,
                    release.label(),
                    release.effectiveFrom(),
                    "ICD-10-CM Tabular List %s (CDC/NCHS)".formatted(release.label()),
                    read.rows());
        } catch (XMLStreamException e) {
            throw invalid(e.getLocation() == null ? 1 : e.getLocation().getLineNumber(), "this is no XML");
        }
    }
}
