package org.superbill.x12.professional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.x12.Files837.segments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.x12.Files837;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.BeginningOfClaims;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.Demographics;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;

/** The facts of the standard's first professional example, with ICD-10 diagnoses and dates in March 2026. */
class PublishedExampleOneTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 11, 10, 23);
    private static final String EXPECTED = """
            ISA*03*9876543210*01*9876543210*30*000000005      *30*12345          *260311*1023*^*00501*000000907*1*T*:~
            GS*HC*000000005*54321*20260311*1023*1*X*005010X222A2~
            ST*837*0021*005010X222A2~
            BHT*0019*00*244579*20260311*1023*CH~
            NM1*41*2*PREMIER BILLING SERVICE*****46*TGJ23~
            PER*IC*JERRY*TE*3055552222*EX*231~
            NM1*40*2*KEY INSURANCE COMPANY*****46*66783JJT~
            HL*1**20*1~
            PRV*BI*PXC*203BF0100Y~
            NM1*85*2*BEN KILDARE SERVICE*****XX*1912301953~
            N3*234 SEAWAY ST~
            N4*MIAMI*FL*331110000~
            REF*EI*587654321~
            NM1*87*2~
            N3*2345 OCEAN BLVD~
            N4*MIAMI*FL*33111~
            HL*2*1*22*1~
            SBR*P**2222-SJ******CI~
            NM1*IL*1*SMITH*JANE****MI*JS00111223333~
            NM1*PR*2*KEY INSURANCE COMPANY*****PI*999996666~
            HL*3*2*23*0~
            PAT*19~
            NM1*QC*1*SMITH*TED~
            N3*236 N MAIN ST~
            N4*MIAMI*FL*33413~
            DMG*D8*19730501*M~
            CLM*26463774*100.00***11:B:1*Y*A*Y*I~
            REF*D9*17312345600006351~
            HI*ABK:J020*ABF:Z1159~
            LX*1~
            SV1*HC:99213*40.00*UN*1***1~
            DTP*472*D8*20260303~
            LX*2~
            SV1*HC:87070*15.00*UN*1***1:2~
            DTP*472*D8*20260303~
            LX*3~
            SV1*HC:99214*35.00*UN*1***2~
            DTP*472*D8*20260310~
            LX*4~
            SV1*HC:86663*10.00*UN*1***2~
            DTP*472*D8*20260310~
            SE*40*0021~
            GE*1*1~
            IEA*1*000000907~
            """;

    @Test
    void itsFactsGiveItsSegments() throws IOException {
        var written = write();
        assertThat(segments(written)).isEqualTo(segments(EXPECTED));
        assertThat(Files837.errors(written)).isEmpty();
    }

    private static String write() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = X12Writer.to(out)) {
            writer.startInterchange(Interchange.builder()
                    .authorization("03", "9876543210")
                    .security("01", "9876543210")
                    .sender("30", "000000005")
                    .receiver("30", "12345")
                    .at(AT)
                    .controlNumber(907)
                    .acknowledgmentRequested(true)
                    .usage("T")
                    .build());
            writer.startGroup(FunctionalGroup.of("HC", "000000005", "54321", AT, 1, "005010X222A2"));
            var set = new ProfessionalClaimWriter(writer);
            set.start(
                    "0021",
                    "005010X222A2",
                    BeginningOfClaims.original("244579", AT, "CH"),
                    Loop1000ASubmitter.of(
                            EntityName.organization("PREMIER BILLING SERVICE").id("46", "TGJ23"),
                            Contact.telephone("IC", "JERRY", "3055552222", "231")),
                    Loop1000BReceiver.of(
                            EntityName.organization("KEY INSURANCE COMPANY").id("46", "66783JJT")));
            set.claim(billingProvider(), subscriber(), patient(), claim());
            set.end();
            writer.endGroup();
            writer.endInterchange();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Loop2000ABillingProvider billingProvider() {
        return Loop2000ABillingProvider.of(
                "203BF0100Y",
                Loop2010AABillingProviderName.of(
                        EntityName.organization("BEN KILDARE SERVICE").npi("1912301953"),
                        Address.of("234 SEAWAY ST", "MIAMI", "FL", "331110000"),
                        new Reference("EI", "587654321")),
                Loop2010ABPayToAddress.of(
                        EntityName.organization(null), Address.of("2345 OCEAN BLVD", "MIAMI", "FL", "33111")));
    }

    private static Loop2000BSubscriber subscriber() {
        return Loop2000BSubscriber.of(
                "P",
                false,
                "2222-SJ",
                null,
                null,
                "CI",
                Loop2010BASubscriberName.of(EntityName.person("SMITH", "JANE").id("MI", "JS00111223333"), null, null),
                Loop2010BBPayerName.of(
                        EntityName.organization("KEY INSURANCE COMPANY").id("PI", "999996666"), null));
    }

    private static Loop2000CPatient patient() {
        return Loop2000CPatient.of(
                "19",
                Loop2010CAPatientName.of(
                        EntityName.person("SMITH", "TED"),
                        Address.of("236 N MAIN ST", "MIAMI", "FL", "33413"),
                        new Demographics(LocalDate.of(1973, 5, 1), "M")));
    }

    private static Loop2300Claim claim() {
        return Loop2300Claim.builder("26463774", new BigDecimal("100.00"))
                .placeOfService("11")
                .releaseOfInformation("I")
                .serviceLine(line(1, "99213", "40.00", List.of(1), 3))
                .serviceLine(line(2, "87070", "15.00", List.of(1, 2), 3))
                .serviceLine(line(3, "99214", "35.00", List.of(2), 10))
                .serviceLine(line(4, "86663", "10.00", List.of(2), 10))
                .diagnoses(List.of("J020", "Z1159"))
                .clearinghouseNumber("17312345600006351")
                .build();
    }

    private static Loop2400ServiceLine line(int number, String code, String charge, List<Integer> pointers, int day) {
        return Loop2400ServiceLine.builder(number, Procedure.hcpcs(code), new BigDecimal(charge))
                .diagnosisPointers(pointers)
                .serviceDate(DatePeriod.on("472", LocalDate.of(2026, 3, day)))
                .build();
    }

    @Test
    void theVersionSentIsA1UnlessAskedOtherwise() {
        assertThat(Guide.PROFESSIONAL_837.version()).isEqualTo("005010X222A1");
    }
}
