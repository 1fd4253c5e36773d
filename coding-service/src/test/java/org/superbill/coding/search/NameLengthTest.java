package org.superbill.coding.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.superbill.coding.codesystem.CodeSpan;
import org.superbill.coding.codesystem.CodeSystem;

/** How long a name counts as. */
class NameLengthTest {
    @TempDir
    Path folder;

    @Test
    void wordsThatOfficialNamesCarryAndPeopleLeaveOutMakeNoNameLonger() throws IOException {
        assertThat(lengths("Pneumonia", "Pneumonia, unspecified", "Pneumonia of the lung"))
                .satisfies(lengths -> assertThat(lengths.get(1)).isEqualTo(lengths.get(0)))
                .satisfies(lengths -> assertThat(lengths.get(2)).isGreaterThan(lengths.get(0)));
    }

    @Test
    void norDoesWhatIsNotThere() throws IOException {
        assertThat(lengths("Ulcer", "Ulcer without hemorrhage or perforation", "Ulcer with hemorrhage"))
                .satisfies(lengths -> assertThat(lengths.get(1)).isEqualTo(lengths.get(0)))
                .satisfies(lengths -> assertThat(lengths.get(2)).isGreaterThan(lengths.get(0)));
    }

    private List<Long> lengths(String... descriptions) throws IOException {
        try (var writing = new IndexWriting(folder, new Vocabulary())) {
            for (var i = 0; i < descriptions.length; i++) {
                writing.add(new CodeSpan(
                        CodeSystem.ICD_10_CM,
                        "ZZZ" + i,
                        true,
                        descriptions[i],
                        descriptions[i],
                        LocalDate.of(2025, 10, 1),
                        null));
            }
            writing.finish();
        }
        var lengths = new ArrayList<Long>();
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            var norms = reader.leaves().get(0).reader().getNormValues(Fields.NAME);
            while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                lengths.add(norms.longValue());
            }
        }
        return lengths;
    }
}
