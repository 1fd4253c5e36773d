package org.superbill.servicekit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.revision.ReplacedWhole;

/** The rules of the house as tests; a service inherits them: {@code class HouseTest extends HouseRules}. */
public abstract class HouseRules {
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String EMBEDDABLE = "jakarta.persistence.Embeddable";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String REPOSITORY = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";

    private final String root;
    private final JavaClasses code;

    /** @param root the service's package, e.g. {@code org.superbill.billing} */
    protected HouseRules(String root) {
        this.root = root;
        this.code = ServiceCode.of(root);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(code);
    }

    @Test
    void entitiesArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith(ENTITY)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void aCollectionInAColumnIsSeenToBeReplaced() {
        fields().that(DescribedPredicate.describe(
                        "hold a collection in one column of what changes", HouseRules::isCollectionInAColumn))
                .should()
                .beAnnotatedWith(
                        DescribedPredicate.describe("@Mutability(ReplacedWhole.class)", HouseRules::isReplacedWhole))
                .because("Hibernate stores another of the same size only if it compares them")
                .allowEmptyShould(true)
                .check(code);
    }

    private static boolean isCollectionInAColumn(JavaField field) {
        var isCollection = field.getRawType().isAssignableTo(Collection.class)
                || field.getRawType().isAssignableTo(Map.class);
        return isCollection
                && (field.getOwner().isAnnotatedWith(ENTITY) || isEmbeddedAndChanges(field.getOwner()))
                && !field.getOwner().isAnnotatedWith(Immutable.class)
                && (field.isAnnotatedWith(JdbcTypeCode.class) || field.isAnnotatedWith("jakarta.persistence.Convert"));
    }

    /** A record is replaced whole and compared by its fields. */
    private static boolean isEmbeddedAndChanges(JavaClass type) {
        return type.isAnnotatedWith(EMBEDDABLE) && !type.isRecord();
    }

    private static boolean isReplacedWhole(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isEquivalentTo(Mutability.class)
                && annotation
                        .get("value")
                        .map(JavaClass.class::cast)
                        .orElseThrow()
                        .isEquivalentTo(ReplacedWhole.class);
    }

    @Test
    void storesArePackagePrivate() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .or()
                .areAssignableTo(REPOSITORY)
                .should()
                .bePackagePrivate()
                .because("features meet through their use cases, never through each other's tables")
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void resourcesArePackagePrivateAndKnowNoSql() {
        classes()
                .that()
                .areAnnotatedWith(PATH)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(code);
        noClasses()
                .that()
                .areAnnotatedWith(PATH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "io.agroal..", "jakarta.persistence..", "org.hibernate..")
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void operationsSayWhatTheyProduce() {
        methods()
                .that(DescribedPredicate.describe("answer a call", HouseRules::isOperation))
                .should()
                .beAnnotatedWith(Produces.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Produces.class)
                .because("a list is else written by toString for a caller who accepts text")
                .allowEmptyShould(true)
                .check(code);
    }

    private static boolean isOperation(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class));
    }

    @Test
    void entitiesKnowNoHttp() {
        noClasses()
                .that()
                .areAnnotatedWith(ENTITY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..")
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void timeComesFromAnInjectedClock() {
        Stream.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)
                .forEach(type -> noClasses()
                        .should()
                        .callMethod(type, "now")
                        .because("tests and the sandbox move the clock")
                        .check(code));
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(code);
    }

    @Test
    void noServiceImportsAnother() {
        var others = Stream.of("patient", "coding", "billing", "gateway", "payersimulator", "systemtests", "stack")
                .map(service -> "org.superbill." + service)
                .filter(service -> !root.equals(service))
                .map(service -> service + "..")
                .toArray(String[]::new);
        noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(code);
    }

    @Test
    void whatAServiceDoesAgainAndAgainIsABackgroundLoop() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ScheduledExecutorService.class)
                .because("a schedule ends, unseen, with the first error that its work throws")
                .check(code);
    }

    @Test
    void foldersAreFeaturesAndNotLayers() {
        noClasses()
                .should()
                .resideInAnyPackage("..controller..", "..dto..", "..exception..", "..util..", "..utils..", "..impl..")
                .check(code);
    }
}
