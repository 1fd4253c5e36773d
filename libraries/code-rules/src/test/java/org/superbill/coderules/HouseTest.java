package org.superbill.coderules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.superbill.coderules", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule theLibraryNeedsTheJdkOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.superbill.coderules..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule rulesHaveNoClockAndNoDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(Clock|Instant)|java\\.sql\\..*");

    @ArchTest
    static final ArchRule rulesKnowFactsOnlyAsWhatTheyAskFor = noClasses()
            .that()
            .resideInAPackage("org.superbill.coderules.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.superbill.coderules.facts..");

    @ArchTest
    static final ArchRule factsKnowNoRule = noClasses()
            .that()
            .resideOutsideOfPackage("org.superbill.coderules.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.superbill.coderules.rule..");

    @ArchTest
    static final ArchRule aRuleIsPackagePrivate =
            classes().that().implement(CodeRule.class).should().bePackagePrivate();
}
