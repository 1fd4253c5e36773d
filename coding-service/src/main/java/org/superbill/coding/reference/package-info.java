/** What coding keeps of other services' state: the patient's sex and age, who pays and until when, who treats, what day it is. */
@NullMarked
package org.superbill.coding.reference;

import org.jspecify.annotations.NullMarked;
