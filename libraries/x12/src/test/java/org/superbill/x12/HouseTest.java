package org.superbill.x12;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.superbill.x12", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule theLibraryNeedsStaediAndTheJdkOnly = classes()
            .that()
            .resideOutsideOfPackages("org.superbill.x12.json..", "org.superbill.x12.cli..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.superbill.x12..", "io.xlate.edi.stream..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule onlyTheCommandNeedsPicocli = classes()
            .that()
            .resideInAnyPackage("org.superbill.x12.json..", "org.superbill.x12.cli..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.superbill.x12..", "com.fasterxml.jackson.core..", "picocli..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule nothingNeedsTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage("org.superbill.x12.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.superbill.x12.cli..", "picocli..");

    @ArchTest
    static final ArchRule onlyTheSegmentReaderKnowsStaedi = noClasses()
            .that()
            .haveNameNotMatching(".*SegmentReader.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.xlate..");

    @ArchTest
    static final ArchRule whatIsCommonKnowsNoTransaction = noClasses()
            .that()
            .resideInAnyPackage("org.superbill.x12", "org.superbill.x12.guide", "org.superbill.x12.part")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.superbill.x12.professional..",
                    "org.superbill.x12.institutional..",
                    "org.superbill.x12.eligibility..",
                    "org.superbill.x12.status..",
                    "org.superbill.x12.remittance..",
                    "org.superbill.x12.acknowledgment..",
                    "org.superbill.x12.claimstatus..");
}
