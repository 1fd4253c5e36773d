/** Fields that several features write down, and what makes one valid: NPI, address, text that X12 can carry. */
@NullMarked
package org.superbill.patient.field;

import org.jspecify.annotations.NullMarked;
