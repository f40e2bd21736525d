"""Reads FHIR R4 documents, one a line, with a parser that is not ours, and prints the facts it finds, one line each."""

import json
import sys

from fhir.resources.bundle import Bundle

OUTCOME = "urn:soleus:outcome"


def own(concept, system):
    return next((c.code for c in concept.coding or [] if c.system == system), None)


for line in sys.stdin:
    bundle = Bundle.parse_raw(line)
    urls = [entry.fullUrl for entry in bundle.entry]
    assert len(urls) == len(set(urls)), "an address twice"
    first = bundle.entry[0].resource
    assert bundle.type == "document" and first.resource_type == "Composition"
    referred = {r.reference for s in first.section for r in s.entry or []} | {first.subject.reference}
    assert referred == set(urls[1:]), "a resource that nothing refers to, or the reverse"
    facts = {"nights": [], "medicines": [], "conditions": [], "answers": 0, "birth": None, "pain": 0}
    facts |= {"labs": [], "scores": 0, "trials": [], "intakes": 0, "fluid": [], "allergies": [], "told": 0}
    for resource in (entry.resource for entry in bundle.entry):
        kind = resource.resource_type
        if kind == "Patient" and resource.birthDate:
            facts["birth"] = str(resource.birthDate)[:4]
        elif kind == "Observation" and own(resource.code, OUTCOME) == "cramps":
            quantity = resource.valueQuantity
            count = None if quantity is None else int(quantity.value)
            assert (quantity is None) == (resource.dataAbsentReason is not None)
            bound = quantity is not None and quantity.comparator == ">="
            facts["nights"].append([str(resource.effectiveDateTime)[:10], count, bound])
        elif kind == "Observation" and own(resource.code, "http://loinc.org") == "72514-3":
            facts["pain"] += int(resource.valueQuantity.value)
        elif kind == "Observation" and own(resource.code, "urn:soleus:lab"):
            bounds = [r.low.value < r.high.value for r in resource.referenceRange or []]
            facts["labs"].append([own(resource.code, "urn:soleus:lab"), float(resource.valueQuantity.value), bounds])
        elif kind == "Observation" and own(resource.code, "urn:soleus:score"):
            facts["scores"] += 1
        elif kind == "Observation" and own(resource.code, "urn:soleus:trial"):
            assert (resource.status == "final") == (resource.valueQuantity is not None)
            facts["trials"].append([resource.status, "SHA-256" in resource.note[0].text])
        elif kind == "Observation" and own(resource.code, "urn:soleus:intake"):
            facts["intakes"] += 1
        elif kind == "Observation" and own(resource.code, "http://loinc.org") == "8999-5":
            facts["fluid"].append(float(resource.valueQuantity.value))
        elif kind == "Observation" and own(resource.code, "urn:soleus:profile"):
            facts["told"] += 1
        elif kind == "AllergyIntolerance":
            facts["allergies"].append(own(resource.code, "urn:soleus:allergy"))
        elif kind == "MedicationStatement":
            facts["medicines"].append([own(resource.medicationCodeableConcept, "urn:soleus:medicine"), resource.status])
        elif kind == "Condition":
            facts["conditions"].append(
                [own(resource.code, "urn:soleus:condition"), resource.verificationStatus.coding[0].code]
            )
        elif kind == "QuestionnaireResponse":
            facts["answers"] += len(resource.item)
    print(json.dumps(facts))
