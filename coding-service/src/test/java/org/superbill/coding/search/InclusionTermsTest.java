package org.superbill.coding.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class InclusionTermsTest {
    private static final Path OFFICIAL = Path.of(
            System.getProperty("superbill.shared", System.getProperty("superbill.root", "..") + "/../shared/data"),
            "icd10/cdc_2021_tabular.xml.gz");

    @Test
    void onlyInclusionTermsAreRead() throws XMLStreamException {
        var xml = """
                <tabular><diag><name>A00</name><includes><note>not this</note></includes>
                <diag><name>A00.1</name><inclusionTerm><note>One  name</note><note>Another</note></inclusionTerm><excludes1><note>nor this</note></excludes1></diag></diag></tabular>""";
        assertThat(InclusionTerms.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("A001\tOne name", "A001\tAnother");
    }

    @Test
    void whatShipsIsWhatTheOfficialFileSays() throws IOException, XMLStreamException {
        assumeTrue(Files.exists(OFFICIAL), "Skipped: no official file " + OFFICIAL);
        var shipped = new ArrayList<String>();
        InclusionTerms.each((code, term) -> shipped.add(code + "\t" + term));
        try (var tabular = new GZIPInputStream(Files.newInputStream(OFFICIAL))) {
            assertThat(InclusionTerms.read(tabular)).isEqualTo(shipped);
        }
    }
}
