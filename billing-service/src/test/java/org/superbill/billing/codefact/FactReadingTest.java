package org.superbill.billing.codefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Terminology;

class FactReadingTest {
    private static final LocalDate ON = LocalDate.parse("2026-03-02");

    private static CodeFacts read(Map<String, String> files) {
        var list = files.keySet().stream().map(name -> new FactFile(name, "1")).toList();
        return new FactReading(list, name -> compressed(files.get(name))).facts();
    }

    private static byte[] compressed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsPublishedIsKnownOnItsDays() {
        var facts = read(Map.of(
                "spans-icd-10-cm",
                        "J02\tH\t2024-10-01\t\tAcute pharyngitis\nJ029\tB\t2024-10-01\t\tAcute pharyngitis\n",
                "spans-hcpcs", "G0008\tB\t1900-01-01\t2025-12-31\t\n",
                "edition-medicare-code-editor-conflicts-41.1",
                        "kind\t41.1\t2023-10-01\tMCE 41.1\nO0900\tfemale-only\t\n"));
        assertThat(facts.find(Terminology.ICD_10_CM, "J029", ON)).matches(fact -> fact.valid() && fact.billable());
        assertThat(facts.find(Terminology.ICD_10_CM, "J02", ON)).matches(fact -> !fact.billable());
        assertThat(facts.find(Terminology.HCPCS, "G0008", ON)).matches(fact -> !fact.valid());
        assertThat(facts.find(Terminology.HCPCS, "G0008", LocalDate.parse("2025-12-31")))
                .matches(fact -> fact.valid());
        assertThat(facts.listed(CodeListKind.FEMALE_ONLY, "O0900", ON)).isNotNull();
    }

    @Test
    void aTerminologyOfWhichAPartIsMissingSaysNothing() {
        assertThat(read(Map.of("spans-hcpcs-modifier", "RT\tB\t1900-01-01\t\t\n"))
                        .covers(Terminology.MODIFIER, ON))
                .isFalse();
        assertThat(read(Map.of(
                                "spans-hcpcs-modifier",
                                "RT\tB\t1900-01-01\t\t\n",
                                "spans-cpt-modifier",
                                "25\tB\t1900-01-01\t\t\n"))
                        .covers(Terminology.MODIFIER, ON))
                .isTrue();
        assertThat(read(Map.of())).isEqualTo(CodeFacts.NONE);
        assertThat(FactReading.wants(new FactFile("spans-icd-11-mms", "1"))).isFalse();
        assertThat(List.of("spans-cpt", "edition-x-1")).allMatch(name -> FactReading.wants(new FactFile(name, "1")));
    }
}
