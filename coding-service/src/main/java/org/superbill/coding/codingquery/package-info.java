/** Questions to the clinician where the record is unclear, as the AHIMA/ACDIS practice brief on compliant queries asks for them. */
@NullMarked
package org.superbill.coding.codingquery;

import org.jspecify.annotations.NullMarked;
