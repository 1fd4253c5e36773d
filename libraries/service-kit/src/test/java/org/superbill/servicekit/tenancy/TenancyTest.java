package org.superbill.servicekit.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.hibernate.type.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.sample.Table;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.stack.LocalPostgres;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class TenancyTest {
    private static final String INSERT = "insert into heard (organization_id, subject, text) values (?, 's', ?)";
    private static final String TEXTS = "select text from heard where subject = 's' order by place";

    @Inject
    Tenancy tenancy;

    @Inject
    Table table;

    @Inject
    @PersistenceUnitExtension
    OwnRowsOnly ownRowsOnly;

    LocalPostgres postgres;

    private final UUID ours = UUID.randomUUID();
    private final UUID theirs = UUID.randomUUID();

    @BeforeEach
    void eachHasARow() {
        tenancy.as(ours, () -> {
            table.update(INSERT, ours.toString(), "ours");
        });
        tenancy.as(theirs, () -> {
            table.update(INSERT, theirs.toString(), "theirs");
        });
    }

    @Test
    void anOrganizationSeesItsRowsOnly() {
        assertThat(tenancy.as(ours, () -> table.texts(TEXTS))).containsExactly("ours");
        assertThat(tenancy.as(theirs, () -> table.texts(TEXTS))).containsExactly("theirs");
    }

    @Test
    void withoutAnOrganizationNothingIsSeen() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> table.texts(TEXTS)))
                .isEmpty();
        assertThat(tenancy.asNobody(() -> table.texts(TEXTS))).isEmpty();
    }

    @Test
    void rowsOfAnotherOrganizationCanNeitherBeWrittenNorChangedNorDeleted() {
        assertThatThrownBy(() -> tenancy.as(ours, () -> table.update(INSERT, theirs.toString(), "forged")))
                .hasStackTraceContaining("row-level security");
        assertThat(tenancy.as(ours, () -> table.update("update heard set text = 'x' where text = 'theirs'")))
                .isZero();
        assertThat(tenancy.as(ours, () -> table.update("delete from heard where text = 'theirs'")))
                .isZero();
        assertThatThrownBy(
                        () -> tenancy.as(ours, () -> table.update("update heard set organization_id = ?", theirs + "")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> tenancy.asNobody(() -> table.update(INSERT, "", "nobody's")))
                .hasStackTraceContaining("check constraint");
    }

    @Test
    void rawSqlAsTheServicesRoleSeesNoMoreThanItsTenant() throws SQLException {
        assertThat(rawTexts("patient_service", null)).isEmpty();
        assertThat(rawTexts("patient_service", ours)).containsExactly("ours");
        assertThat(rawTexts("patient_service", theirs)).containsExactly("theirs");
    }

    @Test
    void theServicesRoleCannotTurnThePoliciesOff() {
        for (var attempt : List.of(
                "alter table heard disable row level security",
                "drop policy tenant on heard",
                "set role patient_owner",
                "alter role patient_service bypassrls",
                "truncate heard")) {
            assertThatThrownBy(() -> {
                        try (var connection = postgres.connect("patient", "patient_service");
                                var statement = connection.createStatement()) {
                            statement.execute(attempt);
                        }
                    })
                    .as(attempt)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> {
                    try (var connection = postgres.connect("patient", "patient_service");
                            var statement = connection.createStatement()) {
                        statement.execute("set row_security = off");
                        statement.execute("select * from heard");
                    }
                })
                .hasMessageContaining("row-level security");
    }

    @Test
    void anEntityOfAnotherOrganizationEndsTheTransactionThatLoadsIt() {
        assertThat(tenancy.as(ours, () -> isLoaded(ours.toString()))).isTrue();
        assertThatThrownBy(() -> tenancy.as(ours, () -> isLoaded(theirs.toString())))
                .hasMessageContaining("another organization");
        assertThatThrownBy(() -> tenancy.asNobody(() -> isLoaded(theirs.toString())))
                .hasMessageContaining("another organization");
    }

    private boolean isLoaded(String organization) {
        var untouched = !ownRowsOnly.onLoad(
                this, 1, new Object[] {"text", organization}, new String[] {"text", "organizationId"}, new Type[2]);
        return untouched && !ownRowsOnly.onLoad(this, 1, new Object[] {"text"}, new String[] {"text"}, new Type[1]);
    }

    @Test
    void theRelaysRoleReadsNoTablesOfTheService() {
        assertThatThrownBy(() -> rawTexts("patient_relay", ours)).hasMessageContaining("permission denied");
    }

    @Test
    void theRestOfATransactionWorksForTheAssumedOrganizationAndTheNextForNone() {
        tenancy.asNobody(() -> {
            tenancy.assume(ours);
            table.update(INSERT, ours.toString(), "assumed");
            assertThat(table.texts(TEXTS)).containsExactly("ours", "assumed");
            return true;
        });
        assertThat(tenancy.asNobody(() -> table.texts(TEXTS))).isEmpty();
        assertThatThrownBy(() -> tenancy.assume(ours)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whateverBecameOfTheTransactionsBeforeAConnectionShowsTheRowsOfWhoHasItNow() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            var work = new ArrayList<Callable<Boolean>>();
            for (var seed = 0; seed < 6; seed++) {
                var chance = new Random(seed);
                work.add(() -> {
                    for (var i = 0; i < 150; i++) {
                        workInTurn(chance.nextInt(3), chance.nextInt(4));
                    }
                    return true;
                });
            }
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void workInTurn(int whose, int end) {
        var mine = whose == 0 ? ours : theirs;
        var expected = whose == 2 ? List.of() : List.of(whose == 0 ? "ours" : "theirs");
        var failure = new IllegalStateException("rolls back");
        Supplier<Boolean> look = () -> {
            assertThat(table.texts(TEXTS)).isEqualTo(expected);
            if (end == 1) {
                throw failure;
            }
            if (end == 2 && whose == 2) {
                tenancy.assume(ours);
                assertThat(table.texts(TEXTS)).containsExactly("ours");
            }
            return true;
        };
        try {
            assertThat(whose == 2 ? tenancy.asNobody(look) : tenancy.as(mine, look))
                    .isTrue();
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(failure);
        }
    }

    @Test
    void workForAnOrganizationInsideOfAnotherLeavesTheOuterAsItWas() {
        var seen = tenancy.as(ours, () -> {
            var texts = new ArrayList<>(table.texts(TEXTS));
            texts.addAll(tenancy.as(theirs, () -> table.texts(TEXTS)));
            texts.addAll(table.texts(TEXTS));
            return texts;
        });
        assertThat(seen).containsExactly("ours", "theirs", "ours");
    }

    @Test
    void jobsKnowEveryOrganizationThatWasEverWorkedFor() {
        assertThat(tenancy.organizations()).doesNotContain(ours, theirs);
        tenancy.as(ours, () -> {
            tenancy.remember();
            tenancy.remember();
        });
        tenancy.as(ours, tenancy::remember);
        assertThat(tenancy.organizations()).contains(ours).doesNotContain(theirs);
    }

    @Test
    void afterARollbackAnOrganizationIsStillRememberedWhenItCommits() {
        assertThatThrownBy(() -> tenancy.as(ours, () -> {
                    tenancy.remember();
                    throw new IllegalArgumentException("rolled back");
                }))
                .hasMessage("rolled back");
        tenancy.as(ours, tenancy::remember);
        assertThat(tenancy.organizations()).contains(ours);
    }

    private List<String> rawTexts(String role, UUID tenant) throws SQLException {
        try (var connection = postgres.connect("patient", role);
                var statement = connection.createStatement()) {
            if (tenant != null) {
                statement.execute("set app.organization = '" + tenant + "'");
            }
            try (var rows = statement.executeQuery("select text from heard")) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}
