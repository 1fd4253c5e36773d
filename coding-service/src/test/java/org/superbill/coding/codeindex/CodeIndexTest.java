package org.superbill.coding.codeindex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.servicekit.ids.Sha256;

/** Reading the index, without a database. */
class CodeIndexTest {
    private static final Path OFFICIAL = Path.of(
            System.getProperty("superbill.shared", System.getProperty("superbill.root", "..") + "/../shared/data"));

    /** In the form of the CDC, with words of our own. */
    private static final String XML = """
            <?xml version="1.0"?>
            <ICD10CM.index><version>2099</version><letter><title>Z</title>
            <mainTerm><title>Zeal<nemod>(excessive) (of youth)</nemod>, zealous</title><code>A00.0</code><manif>B00.0</manif>
              <term level="1"><title>with haste</title><code>A00.1-</code>
                <term level="2"><title>and waste</title><see>Zest, lemon</see></term></term>
              <term level="1"><title>without</title><seecat>T71</seecat></term></mainTerm>
            <mainTerm><title>Zest</title><seeAlso>Zeal, with haste</seeAlso>
              <term level="1"><title>lemon</title><code>A00.9</code></term></mainTerm>
            </letter></ICD10CM.index>""";

    @Test
    void anIndexIsReadWithItsNesting() throws XMLStreamException {
        assertThat(read(XML))
                .containsExactly(
                        new IndexTerm(
                                0, "Zeal, zealous", "(excessive) (of youth)", null, null, List.of("A00.0", "B00.0")),
                        new IndexTerm(1, "with haste", "", null, null, List.of("A00.1-")),
                        new IndexTerm(2, "and waste", "", "Zest, lemon", null, List.of()),
                        new IndexTerm(1, "without", "", "category T71", null, List.of()),
                        new IndexTerm(0, "Zest", "", null, "Zeal, with haste", List.of()),
                        new IndexTerm(1, "lemon", "", null, null, List.of("A00.9")));
    }

    @Test
    void aTableHasACodeForEachColumn() throws XMLStreamException {
        var terms = IndexXml.read(stream("""
                        <ICD10CM.index><letter><mainTerm><title>Zest</title><cell col="2">T51.0X1</cell><cell col="6">--</cell><cell col="7">T51.0X6</cell></mainTerm></letter></ICD10CM.index>"""), CodeIndexTable.DRUGS);
        assertThat(terms.get(0).codes()).containsExactly("T51.0X1", "", "", "", "", "T51.0X6");
        assertThatThrownBy(() -> IndexXml.read(
                        stream(
                                "<ICD10CM.index><mainTerm><title>Zest</title><cell col=\"9\">T51</cell></mainTerm></ICD10CM.index>"),
                        CodeIndexTable.DRUGS))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void aFileThatWantsToReadAnotherIsRefused() {
        var hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<ICD10CM.index><mainTerm><title>&e;</title></mainTerm></ICD10CM.index>";
        assertThatThrownBy(() -> read(hostile)).isInstanceOf(XMLStreamException.class);
        var deep = "<ICD10CM.index><mainTerm>" + "<term>".repeat(100) + "</term>".repeat(100)
                + "</mainTerm></ICD10CM.index>";
        assertThatThrownBy(() -> read(deep)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void pathsLeadFromTheMainTermAndReferencesToTheirTerm() throws XMLStreamException {
        var paths = new IndexPaths(read(XML));
        assertThat(paths.path(2)).isEqualTo("Zeal, zealous, with haste, and waste");
        assertThat(paths.parent(2)).isEqualTo(1);
        assertThat(paths.modifiers(2)).isEqualTo("(excessive) (of youth)");
        assertThat(paths.find("Zest, lemon")).contains(5);
        assertThat(paths.find("zeal, with haste"))
                .as("by the first form of the main term")
                .contains(1);
        assertThat(paths.find("category T71")).isEmpty();
    }

    @Test
    void everyPathIsANameAndAReferenceNamesTheCodeOfTheOther() throws XMLStreamException {
        assertThat(IndexNames.names(CodeIndexTable.ALPHABETIC, read(XML)))
                .contains(
                        new IndexNames.IndexName(
                                CodeIndexTable.ALPHABETIC, false, "A000", "Zeal, zealous", "(excessive) (of youth)"),
                        new IndexNames.IndexName(
                                CodeIndexTable.ALPHABETIC,
                                true,
                                "A009",
                                "Zeal, zealous, with haste, and waste",
                                "(excessive) (of youth)"))
                .extracting(IndexNames.IndexName::code)
                .containsExactly("A000", "A001", "A009", "A009");
    }

    @Test
    void theCompactFormKeepsEverything() throws XMLStreamException {
        var terms = read(XML);
        assertThat(CompactIndex.read(new StringReader(CompactIndex.write(terms))))
                .isEqualTo(terms);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatShipsHasTheChecksumAndTheTermsOfItsManifest(IndexImporter.Source source) {
        var shipped = shipped(source);
        var terms = shipped.read();
        assertThat(terms).hasSize(shipped.terms());
        assertThat(Sha256.hex(CompactIndex.write(terms))).isEqualTo(shipped.sha256());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatShipsIsWhatTheOfficialFileSays(IndexImporter.Source source) throws IOException, XMLStreamException {
        assumeTrue(Files.exists(OFFICIAL.resolve(source.file())), "Skipped: no official file " + source.file());
        var compact = CompactIndex.write(source.terms(OFFICIAL));
        assertThat(source.describe(OFFICIAL, compact)).isEqualTo(shipped(source));
    }

    static List<IndexImporter.Source> sources() {
        return IndexImporter.Source.all();
    }

    private static ShippedIndex shipped(IndexImporter.Source source) {
        return ShippedIndex.all().stream()
                .filter(shipped -> shipped.file().equals(source.compactFile()))
                .findFirst()
                .orElseThrow();
    }

    private static List<IndexTerm> read(String xml) throws XMLStreamException {
        return IndexXml.read(stream(xml), CodeIndexTable.ALPHABETIC);
    }

    private static ByteArrayInputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(UTF_8));
    }
}
