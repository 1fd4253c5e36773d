package org.superbill.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Contracts and nothing else: any service, in any framework, can read them. */
class HouseTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.superbill.events");

    @Test
    void noFramework() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.superbill.events..", "java..", "com.fasterxml.jackson..", "org.jspecify..")
                .check(CODE);
    }

    @Test
    void noLogic() {
        assertThat(CODE.stream()
                        .filter(type -> !type.isRecord() && !type.isEnum() && !type.isInterface())
                        .map(JavaClass::getSimpleName))
                .as("what is neither a record, an enum nor an interface")
                .containsExactly(EventJson.class.getSimpleName());
    }
}
