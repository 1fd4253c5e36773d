package org.superbill.x12.part;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/**
 * A person's or an organization's name with its identifier (NM102 to NM109).
 *
 * @param entityType NM102: 1 person, 2 organization
 * @param lastOrOrganization NM103, up to 60 characters
 * @param first NM104, up to 35
 * @param middle NM105, up to 25
 * @param prefix NM106, up to 10
 * @param suffix NM107, up to 10
 * @param idQualifier NM108: XX NPI, MI member id, PI payer id, 46 electronic transmitter …
 * @param id NM109, 2 to 80
 */
public record EntityName(
        String entityType,
        @Nullable String lastOrOrganization,
        @Nullable String first,
        @Nullable String middle,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String idQualifier,
        @Nullable String id) {

    public static EntityName person(String last, @Nullable String first) {
        return new EntityName("1", last, first, null, null, null, null, null);
    }

    public static EntityName organization(@Nullable String name) {
        return new EntityName("2", name, null, null, null, null, null, null);
    }

    public static EntityName of(Segment nm1) {
        return new EntityName(
                nm1.element(2),
                nm1.value(3),
                nm1.value(4),
                nm1.value(5),
                nm1.value(6),
                nm1.value(7),
                nm1.value(8),
                nm1.value(9));
    }

    public EntityName middle(@Nullable String newMiddle) {
        return new EntityName(entityType, lastOrOrganization, first, newMiddle, prefix, suffix, idQualifier, id);
    }

    public EntityName suffix(@Nullable String newSuffix) {
        return new EntityName(entityType, lastOrOrganization, first, middle, prefix, newSuffix, idQualifier, id);
    }

    /** Sets NM108 and NM109, both or none. */
    public EntityName id(String qualifier, @Nullable String newId) {
        return new EntityName(
                entityType, lastOrOrganization, first, middle, prefix, suffix, newId == null ? null : qualifier, newId);
    }

    /** Sets the National Provider Identifier (XX). */
    public EntityName npi(@Nullable String npi) {
        return id("XX", npi);
    }

    public boolean isPerson() {
        return entityType.equals("1");
    }

    /** @param entityCode NM101 */
    public Segment nm1(String entityCode) {
        return Segment.of(
                "NM1", entityCode, entityType, lastOrOrganization, first, middle, prefix, suffix, idQualifier, id);
    }

    /** Without the name, which may be a patient's. */
    @Override
    public String toString() {
        return "EntityName[" + entityType + "]";
    }
}
