package org.superbill.billing.edittable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** Files as CMS publishes them, and as others copy them; the rows are invented. */
class TableFileTest {
    private static final String PAIRS_OF_CMS = """
            CPT only copyright 2024 American Medical Association.  All rights reserved.\t\t\t\t\t\t
            Column1/Column2 Edits\t\t\t\t\t\t
            Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date\tModifier\tPTP Edit Rationale
            \t\t\t\t*=no data\t0=not allowed\t
            \t\t\t\t\t1=allowed\t
            A0001\tB0002\t\t20200101\t20240630\t1\tMutually exclusive procedures
            A0001\tB0002\t*\t20240701\t*\t0\tMutually exclusive procedures
            """;

    @TempDir
    Path folder;

    private TableFile read(String name, byte[] content, @Nullable EditTable wanted) throws IOException {
        var path = folder.resolve("sent");
        Files.write(path, content);
        return TableFile.read(path, name, wanted);
    }

    private static List<String> rows(TableFile file, EditTable table) {
        var rows = new ArrayList<String>();
        RowBlocks.lines(file.rows().get(table).blocks().stream()
                        .map(RowBlocks.Block::content)
                        .toList())
                .forEach(rows::add);
        return rows;
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(ISO_8859_1));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void pairsAsCmsPublishesThemHaveEffectiveDatesAndComeInParts() throws IOException {
        var file = read(
                "medicare-ncci-2024q3-practitioner-ptp-edits-ccipra-v302r0-f3.zip",
                zip("ccipra-v302r0-f3.xlsx", "PK", "ccipra-v302r0-f3.TXT", PAIRS_OF_CMS),
                null);
        assertThat(rows(file, EditTable.NCCI_PRACTITIONER))
                .containsExactly(
                        "A0001\tB0002\t2020-01-01\t2024-06-30\t1\tMutually exclusive procedures",
                        "A0001\tB0002\t2024-07-01\t\t0\tMutually exclusive procedures");
        assertThat(file.part()).isEqualTo("f3");
        assertThat(file.release().label()).isEqualTo("2024q3");
        assertThat(file.release().effectiveFrom()).isEqualTo("2024-07-01");
    }

    @Test
    void pairsWithoutEffectiveDatesAreReadToo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("""
                    "column1","column2","deletion_date","modifier_indicator","rationale"
                    A0001,B0002,9999-12-31,1,"Misuse of Column Two code with Column One code"
                    "A0001","B0003","2023-12-31",9,"Other"
                    """.getBytes(UTF_8));
        }
        var file = read("ncci_ptp_outpatient_2024q3_active.csv.gz", bytes.toByteArray(), null);
        assertThat(rows(file, EditTable.NCCI_OUTPATIENT))
                .containsExactly(
                        "A0001\tB0002\t\t\t1\tMisuse of Column Two code with Column One code",
                        "A0001\tB0003\t\t2023-12-31\t9\tOther");
        assertThat(file.part()).isEqualTo("whole");
    }

    @Test
    void whatTheColumnsDoNotTellItsSenderTells() throws IOException {
        assertThatThrownBy(() -> read("pairs.txt", PAIRS_OF_CMS.getBytes(ISO_8859_1), null))
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(EditTableProblem.EDIT_TABLE_NAME_NEEDED);
                    assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("?table");
                });
        var file = read("pairs.txt", PAIRS_OF_CMS.getBytes(ISO_8859_1), EditTable.NCCI_OUTPATIENT);
        assertThat(file.rows()).containsOnlyKeys(EditTable.NCCI_OUTPATIENT);
        assertThat(file.release()).isNull();
    }

    @Test
    void unitLimitsNameTheirTableInTheHeader() throws IOException {
        var file = read("MCR_MUE_Eff_07-01-2024.zip", zip("MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv", """
                        "CPT codes, descriptions and other data only are copyright 2023 American Medical Association.
                        All rights reserved.",,,
                        "HCPCS/
                        CPT Code",DME Supplier Services MUE Values,MUE Adjudication Indicator,MUE Rationale
                        A4206,0,3 Date of Service Edit: Clinical,CMS Policy
                        A4207,12,2 Date of Service Edit: Policy,CMS Policy
                        """), null);
        assertThat(rows(file, EditTable.MUE_DME))
                .containsExactly("A4206\t0\t3\tCMS Policy", "A4207\t12\t2\tCMS Policy");
        assertThat(file.release().label()).isEqualTo("2024q3");
    }

    @Test
    void addOnsHaveDaysOfTheYear() throws IOException {
        var file = read("AOC_V2026Q2-MCR.txt", """
                CPT only copyright 2025 American Medical Association
                AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tSpecial_Instruction_Notes
                1\tA0001\t\tB0002\t\t2013091\t\t
                2\tA0003\t2024366\tCCCCC\t\t2013001\t2025365\tContractor
                """.getBytes(ISO_8859_1), null);
        assertThat(rows(file, EditTable.ADD_ON))
                .containsExactly("A0001\tB0002\t1\t2013-04-01\t", "A0003\tCCCCC\t2\t2013-01-01\t2024-12-31");
    }

    @Test
    void theFeeScheduleOfCmsHasAHeaderOverSeveralRowsAndMakesTwoTables() throws IOException {
        var file = read(
                "RVU24C.zip",
                zip("PPRRVU24_JUL.csv", """
                        2024 National Physician Fee Schedule Relative Value File July Release,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
                        RELEASED 06/17/2024,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
                        ,,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT
                        HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT
                        G0001,,"Words, with a comma",A,,1.30,1.26,,0.55,,0.10,2.66,1.95,0,090,0.10,0.80,0.10,2,1,0,0,0,,33.2875,09,0,99,0.00,0.00,0.00
                        G0001,26,Words,A,,1.30,.5,,0.55,,0.10,2.66,1.95,1,XXX,0.10,0.80,0.10,2,1,0,0,0,,33.2875,09,0,99,0.00,0.00,0.00
                        """, "PPRRVU24_JUL.txt", "fixed columns, of which nothing is read"),
                null);
        assertThat(rows(file, EditTable.FEE_INDICATORS))
                .containsExactly("G0001\t\tA\t0\t090\t2\t1\t0\t0\t0\t", "G0001\t26\tA\t1\tXXX\t2\t1\t0\t0\t0\t");
        assertThat(rows(file, EditTable.RELATIVE_VALUES))
                .containsExactly(
                        "G0001\t\t1.30\t1.26\t0.55\t0.10\t33.2875", "G0001\t26\t1.30\t.5\t0.55\t0.10\t33.2875");
        assertThat(file.release().label()).isEqualTo("2024q3");
    }

    @Test
    void rowsThatCannotBeLoadedAreNamed() {
        assertThatThrownBy(() -> read("mue_practitioner_2024q3.csv", """
                "hcpcs_code","mue_units","mue_mai","mue_rationale"
                "A0001",1,2,"ok"
                "A00",x,7,"not"
                """.getBytes(UTF_8), null))
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(EditTableProblem.EDIT_TABLE_FILE_INVALID);
                    assertThat(problem.errors())
                            .extracting(FieldError::pointer)
                            .containsExactlyInAnyOrder("/lines/3/mai", "/lines/3/code", "/lines/3/units");
                });
    }

    @Test
    void whatIsNoTableOfCmsIsRefused() throws IOException {
        for (var content : List.of(
                "Dear Sir or Madam".getBytes(UTF_8),
                new byte[0],
                "a,b,c\n1,2,3\n".getBytes(UTF_8),
                zip("letter.txt", "Dear Sir or Madam"))) {
            assertThatThrownBy(() -> read("letter", content, null))
                    .asInstanceOf(type(Problem.class))
                    .extracting(Problem::type)
                    .isEqualTo(EditTableProblem.EDIT_TABLE_FILE_UNKNOWN);
        }
        for (var content : List.of(new byte[] {'P', 'K', 3, 4, 0, 0}, new byte[] {0x1f, (byte) 0x8b, 8, 0})) {
            assertThatThrownBy(() -> read("damaged", content, null))
                    .asInstanceOf(type(Problem.class))
                    .extracting(Problem::type)
                    .isEqualTo(EditTableProblem.EDIT_TABLE_FILE_UNREADABLE);
        }
    }

    @Test
    void whatUnpacksToFarMoreThanItsSizeIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("\"hcpcs_code\",\"mue_units\",\"mue_mai\",\"mue_rationale\"\n".getBytes(UTF_8));
            var row = "\"A0001\",1,2,\"ok\"\n".repeat(1000).getBytes(UTF_8);
            for (var i = 0; i < 3000; i++) {
                gzip.write(row);
            }
        }
        assertThatThrownBy(() -> read("mue_practitioner_2024q3.csv.gz", bytes.toByteArray(), null))
                .asInstanceOf(type(Problem.class))
                .extracting(Problem::type)
                .isEqualTo(EditTableProblem.EDIT_TABLE_FILE_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "ncci_ptp_practitioner_2024q3.csv.gz, 2024q3, 2024-07-01",
        "ccipra-v303r0-f1.TXT, 2024q4, 2024-10-01",
        "ccioph-v310r0-f4.zip, 2025q1, 2025-01-01",
        "MCR_MUE_PractitionerServices_Eff_10-01-2025.csv, 2025q4, 2025-10-01",
        "AOC_V2024Q2-MCR.txt, 2024q2, 2024-04-01",
        "RVU24A.zip, 2024q1, 2024-01-01",
        "RVU26D.zip, 2026q4, 2026-10-01",
        "PPRRVU2026_Jul_nonQPP.csv, 2026q3, 2026-07-01",
        "pfs_rvu_2025_october.csv.gz, 2025q4, 2025-10-01",
        "GPCI2024.csv, 2024, 2024-01-01",
        "pfs_indicators_2024.csv.gz, 2024, 2024-01-01"
    })
    void theNameSaysTheRelease(String name, String label, String from) {
        var release = ReleaseName.in(List.of(name));
        assertThat(release.label()).isEqualTo(label);
        assertThat(release.effectiveFrom()).isEqualTo(from);
    }

    @Test
    void aNameThatSaysNothingSaysNothing() {
        assertThat(ReleaseName.in(List.of("table.csv", ""))).isNull();
    }

    @Test
    void aReleaseIsComparedRowByRow() {
        var before = List.of("A\tB\t1", "A\tC\t1", "A\tD\t1", "A\tD\t2");
        var now = List.of("A\tB\t1", "A\tC\t2", "A\tD\t2", "A\tE\t1");
        assertThat(RowDiff.between(before, 4, now, 4, 2)).isEqualTo(new RowDiff(1, 1, 1));
        assertThat(RowDiff.between(before, 4, before, 4, 2)).isEqualTo(new RowDiff(0, 0, 0));
    }
}
