package org.superbill.patient.organization;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.superbill.servicekit.problem.KitProblem.ORGANIZATION_NOT_FOUND;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on organizations. */
@ApplicationScoped
class OrganizationStore implements PanacheRepositoryBase<Organization, UUID> {
    private final AgroalDataSource relay;

    OrganizationStore(@DataSource("relay") AgroalDataSource relay) {
        this.relay = relay;
    }

    Organization get(UUID id) {
        return findByIdOptional(id).orElseThrow(OrganizationStore::notFound);
    }

    Organization getForUpdate(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(OrganizationStore::notFound);
    }

    /** Over all tenants, which only the relay's role may look at, and of each only this much. */
    List<OrganizationName> names(PageRequest page) {
        var sql = "select id, name from organization where id > ? order by id limit ?";
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, page.after());
            statement.setInt(2, page.fetch());
            var names = new ArrayList<OrganizationName>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(new OrganizationName(rows.getObject("id", UUID.class), rows.getString("name")));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("The list of organizations cannot be read", e);
        }
    }

    private static Problem notFound() {
        return new Problem(ORGANIZATION_NOT_FOUND, "The organization of the token is not registered here");
    }
}
