package org.superbill.coding.codeindex;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codefile.Packing;

/** An index file of the CDC, XML as published: Alphabetic Index, external causes, neoplasms or drugs, told by its heading. */
@ApplicationScoped
class IndexXmlFile implements OfficialFile {
    private static final String KIND = "icd-10-cm-index-xml";
    private static final String ROOT = "<ICD10CM.index";
    private static final Pattern VERSION = Pattern.compile("<version>\\s*([A-Za-z0-9._-]{1,40})\\s*</version>");
    private static final int HEAD = 64 * 1024;

    private final Clock clock;

    IndexXmlFile(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.text().contains(ROOT);
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var head = head(file);
        var table = table(head);
        var version = VERSION.matcher(head);
        try (var content = Packing.open(file)) {
            var terms = IndexXml.read(content, table);
            var label = version.find() ? version.group(1) : "";
            return IndexFile.load(connection, KIND, new IndexFile.Content(table, label, terms), load, clock);
        } catch (XMLStreamException e) {
            throw IndexFile.invalid(
                    e.getLocation() == null
                            ? "not well-formed"
                            : "line " + e.getLocation().getLineNumber());
        } catch (NumberFormatException e) {
            throw IndexFile.invalid("a cell without the number of its column");
        }
    }

    static CodeIndexTable table(String head) {
        if (head.contains(">Substance<")) {
            return CodeIndexTable.DRUGS;
        }
        if (head.contains("<head col=\"1\">Neoplasm<")) {
            return CodeIndexTable.NEOPLASMS;
        }
        return head.contains("EXTERNAL CAUSE") ? CodeIndexTable.EXTERNAL_CAUSES : CodeIndexTable.ALPHABETIC;
    }

    private static String head(Path file) throws IOException {
        try (var content = Packing.open(file)) {
            return new FileSample(null, content.readNBytes(HEAD), List.of()).text();
        }
    }
}
