package org.superbill.billing.x12file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.PayerFiles;

/** What is not even read. */
class AdmissionTest {
    private static final long MOST = 134_217_728;

    private static Optional<Outcome> refusal(String file) {
        return Admission.refusal(file.getBytes(StandardCharsets.UTF_8), MOST);
    }

    private static PayerFiles.Remittance ordinary(int claims) {
        var remittance = PayerFiles.remittance("T1");
        for (var i = 0; i < claims; i++) {
            var number = "SB%07dV1".formatted(i);
            remittance
                    .claim(number, "1", "175", "140", "0", "PCN" + i)
                    .patient()
                    .line("99213", "150", "120", number + "L1", "CO*45*30")
                    .line("87070", "25", "20", number + "L2", "CO*45*5");
        }
        return remittance;
    }

    @Test
    void remittancesMayBeOfAnySizeForTheyAreReadClaimByClaim() {
        var file = ordinary(120_000).text().getBytes(StandardCharsets.UTF_8);
        assertThat(Admission.refusal(file, MOST)).isEmpty();
        var mixed = PayerFiles.interchange("HN", "005010X214", "ST*277*0001~\nSE*2*0001~\n")
                + ordinary(120_000).text();
        assertThat(refusal(mixed)).isPresent();
    }

    @Test
    void whatIsAroundTheClaimsOfRemittancesIsBounded() {
        var empty = "ST*835*0001~BPR*I*0*C*NON************20260303~TRN*1*T*1~SE*4*0001~";
        assertThat(refusal(PayerFiles.interchange("HP", "005010X221A1", empty.repeat(10_000))))
                .isEmpty();
        assertThat(refusal(PayerFiles.interchange("HP", "005010X221A1", empty.repeat(100_000)))
                        .orElseThrow()
                        .message())
                .contains("superbill.x12-file.max-kept-bytes");
    }

    @Test
    void aRemittanceOfTenThousandClaimsIsRead() {
        var file = ordinary(10_000).text().getBytes(StandardCharsets.UTF_8);
        assertThat(Admission.refusal(file, MOST)).isEmpty();
        var content = FileContent.read(file, MOST);
        assertThat(content.transactions()).hasSize(1);
        assertThat(FileContent.fatal(content.transactions().get(0))).isEmpty();
    }

    @Test
    void aFileThatTheHeapCannotBearIsRefusedWithTheLimit() {
        var claims = "CLP*SB1*1*55*44*0*CI*P1~\n".repeat(1_200_000);
        var refused = refusal(PayerFiles.interchange("HN", "005010X214", "ST*277*0001~\n" + claims + "SE*1*0001~\n"));
        assertThat(refused.orElseThrow().message()).contains("134217728", "superbill.x12-file.max-kept-bytes");
        assertThat(refused.orElseThrow().isRejected()).isTrue();
    }

    @Test
    void elementsCountMoreThanTheirCharacters() {
        var crowded = ("CAS" + "*1".repeat(19) + "~").repeat(400_000); // 16 MB
        assertThat(refusal(PayerFiles.interchange("HN", "005010X214", "ST*277*0001~" + crowded + "SE*1*0001~")))
                .isPresent();
    }

    @Test
    void aControlCharacterIsRefusedWithItsPlace() {
        for (var control : new String[] {"\0", "\u0007", "\t", "\u007f"}) {
            var refused = refusal(ordinary(1).text().replace("TRN*1*T1", "TRN*1*T" + control + "1"));
            assertThat(refused.orElseThrow().reference()).isEqualTo("/interchange/1/segment/5");
            assertThat(refused.orElseThrow().message()).doesNotContain("T1");
        }
    }

    @Test
    void lineEndsAndDelimitersAreNoControlCharacters() {
        var text = ordinary(1).text();
        assertThat(refusal(text)).isEmpty();
        assertThat(refusal(text.replace("\n", "\r\n"))).isEmpty();
        assertThat(refusal(text.replace("\n", "").replace('~', '\u001c').replace('*', '\u001d')))
                .isEmpty();
    }
}
