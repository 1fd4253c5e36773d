package org.superbill.billing.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.ClaimDetails;

/** What an 837I makes of an accident and of external causes. */
class FacilityPartsTest {
    private static final ClaimDetails.Institutional STAY = Details.outpatient("13", "3", "1", null, null);

    private static String write(Facts facts) throws IOException {
        return SituationalPartsTest.write(facts.build());
    }

    @ParameterizedTest
    @CsvSource({
        "employment, , WC, 04",
        "auto, FL, AM, 02",
        "auto, FL, LM, 03",
        "auto, TX, AM, 01",
        "auto, TX, LM, 03",
        "other, , LM, 03"
    })
    void anAccidentHasTheOccurrenceCodeOfItsKind(String cause, @Nullable String state, String payer, String code)
            throws IOException {
        var accident = Details.accident(List.of(cause), state, Facts.ON.minusDays(3));
        assertThat(write(new Facts().filingIndicator(payer).atFacility(STAY).details(accident.with(STAY))))
                .contains("HI*BH:%s:D8:20260227~".formatted(code));
    }

    /** That nobody is liable (05) nobody has said, nor that insurance against faults of nobody's is involved (02). */
    @ParameterizedTest
    @CsvSource({"auto, FL, CI", "auto, TX, CI", "other, , CI", "other, , MB"})
    void whereNoInsurerTellsTheKindNoneIsMadeUp(String cause, @Nullable String state, String payer) throws IOException {
        var accident = Details.accident(List.of(cause), state, Facts.ON.minusDays(3));
        assertThat(write(new Facts().filingIndicator(payer).atFacility(STAY).details(accident.with(STAY))))
                .doesNotContain("HI*BH");
    }

    /** Whose tort it was, and what insurance there is, is said with the encounter where it is known better. */
    @Test
    void theOccurrenceThatWasSaidStands() throws IOException {
        var said = Details.outpatient();
        var victim = new ClaimDetails.Institutional(
                said.typeOfBill(),
                said.admissionType(),
                said.admissionSource(),
                said.patientStatus(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new ClaimDetails.Occurrence("06", Facts.ON, null)),
                null,
                null,
                null,
                null,
                null);
        var accident = Details.accident(List.of("other"), null, Facts.ON.minusDays(3));
        assertThat(write(new Facts().atFacility(victim).details(accident.with(victim))))
                .contains("HI*BH:06:D8:20260302~");
    }

    @Test
    void aScreeningOfAChildSaysToWhatItHasLed() throws IOException {
        var referred = Details.screened("AV", "ST").with(STAY);
        assertThat(write(new Facts().filingIndicator("MC").atFacility(STAY).details(referred)))
                .contains("CRC*ZZ*Y*AV*ST~\nHI*ABK");
        assertThat(write(new Facts()
                        .atFacility(STAY)
                        .details(Details.screened("NU").with(STAY))))
                .contains("CRC*ZZ*N*NU~");
    }

    @Test
    void externalCausesStandOnceAndApart() throws IOException {
        var stay = Details.outpatient("13", "3", "1", null, List.of("W260XXA", "Y92010"));
        assertThat(write(new Facts().atFacility(stay).diagnoses("S61219A", "W260XXA", "I10", "Y990")))
                .contains("HI*ABK:S61219A~\nHI*ABN:W260XXA*ABN:Y990*ABN:Y92010~\nHI*ABF:I10~");
        assertThat(write(new Facts().diagnoses("S61219A", "W260XXA"))).contains("HI*ABK:S61219A*ABF:W260XXA~");
    }

    @Test
    void whatIsBeyondTwelveCausesStaysAmongTheDiagnoses() throws IOException {
        var codes = new String[14];
        codes[0] = "S61219A";
        for (int at = 1; at < codes.length; at++) {
            codes[at] = "W%03d".formatted(at);
        }
        assertThat(write(new Facts().atFacility(STAY).diagnoses(codes)))
                .contains("HI*ABK:S61219A~\nHI*ABN:W001*", "*ABN:W012~\nHI*ABF:W013~");
    }
}
