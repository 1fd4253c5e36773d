package org.superbill.servicekit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The kit keeps the rules that it gives to the services, as far as they apply to it. */
class KitRulesTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.superbill.servicekit");

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("org.superbill.servicekit.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @Test
    void theKitKnowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.superbill.patient..",
                        "org.superbill.coding..",
                        "org.superbill.billing..",
                        "org.superbill.gateway..",
                        "org.superbill.stack..")
                .check(CODE);
    }
}
