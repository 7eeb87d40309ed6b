/*
 * A saga with its outbox and its inboxes, under the faults that messages meet: repeats,
 * any order, and one crash of each process at the worst moments. docs/model.md compares
 * each step with the code.
 *
 * A publication asks two workers to do something and publishes when both have. When its
 * deadline is over first, it asks both to undo it, and has failed when both have.
 */
module messaging

abstract sig Service {}
one sig Publication extends Service {}
abstract sig Worker extends Service { done, undone: one Message }
one sig Imaging, Catalog extends Worker {}

/* Ids are made from names, so that a decision that is made twice says the same message. */
abstract sig Message { from: one Service, to: set Service }
one sig Do, Undo, Published, Failed, ImagingDone, ImagingUndone, CatalogDone, CatalogUndone extends Message {}

fact Wiring {
  Imaging.done = ImagingDone and Imaging.undone = ImagingUndone
  Catalog.done = CatalogDone and Catalog.undone = CatalogUndone
  all w: Worker | (w.done + w.undone).from = w
  all m: Worker.done + Worker.undone | m.to = Publication
  (Do + Undo + Published + Failed).from = Publication
  Do.to = Worker and Undo.to = Worker
  no (Published + Failed).to
}

abstract sig State {}
one sig New, Working, Compensating, IsPublished, HasFailed extends State {}

/* What the stores hold. */
one sig Saga { var state: one State, var answered, withdrawn: set Worker }
var sig Decided, Pending in Message {}          -- rows of the outboxes; those not marked as sent
var sig Effect, Tombstone in Worker {}          -- what a worker has made; that it must not make it any more
one sig Rows { var inbox: Service -> Message }  -- what each has handled
one sig Queues { var holds: Service -> Message }

/* Only seen from outside: what took effect although it had before. */
one sig Observer { var doubled: Service -> Message }

/* Faults: each is used up. */
abstract sig Repeat {}
one sig First, Second extends Repeat {}
var sig Repeated in Repeat {}
var sig Crashed in Service {}

/* Ways to build it wrong. */
abstract sig Flaw {}
one sig MarksBeforeSending, SendsBeforeCommitting, ForgetsInbox, ForgetsTombstone, IgnoresState extends Flaw {}
one sig Design { flaws: set Flaw }

pred init {
  Saga.state = New
  no Saga.answered and no Saga.withdrawn
  no Decided and no Pending and no Effect and no Tombstone
  no Rows.inbox and no Queues.holds and no Observer.doubled
  no Repeated and no Crashed
}

/* What a step does not name stays. */
pred sagaStays { state' = state and answered' = answered and withdrawn' = withdrawn }
pred workStays { Effect' = Effect and Tombstone' = Tombstone }
pred outboxStays { Decided' = Decided and Pending' = Pending }
pred inboxStays { inbox' = inbox and doubled' = doubled }
pred faultsStay { Repeated' = Repeated and Crashed' = Crashed }

/* The outbox rows of a commit. A message that is decided already is not decided anew. */
pred decide[said: set Message] {
  Decided' = Decided + said
  Pending' = Pending + (said - Decided)
}

pred begin {
  Saga.state = New
  Saga.state' = Working and answered' = answered and withdrawn' = withdrawn
  decide[Do]
  workStays and inboxStays and faultsStay and holds' = holds
}

/* The deadline's sweeper: guarded by the state, as an answer is. */
pred timeOut {
  Saga.state = Working or (IgnoresState in Design.flaws and Saga.state = IsPublished)
  Saga.state' = Compensating and answered' = answered and withdrawn' = withdrawn
  decide[Undo]
  workStays and inboxStays and faultsStay and holds' = holds
}

/* Send, then mark; a crash in between leaves the mark out. */
pred relay[m: Message, crash: Service] {
  m in Pending and crash in m.from - Crashed
  Crashed' = Crashed + crash and Repeated' = Repeated
  Decided' = Decided
  (MarksBeforeSending in Design.flaws and some crash)
    implies (holds' = holds and Pending' = Pending - m)
    else (Queues.holds' = Queues.holds + (m.to -> m) and Pending' = ((some crash) implies Pending else Pending - m))
  sagaStays and workStays and inboxStays
}

/* Somebody sends before it has committed, and crashes. */
pred rashly[m: Message] {
  SendsBeforeCommitting in Design.flaws
  m = Undo and Saga.state = Working and Publication not in Crashed
  Crashed' = Crashed + Publication and Repeated' = Repeated
  Queues.holds' = Queues.holds + (m.to -> m)
  sagaStays and workStays and inboxStays and outboxStays
}

/* SNS and SQS deliver at least once; a lagging index makes the sweeper send again. */
pred repeat[m: Message, s: Service, r: Repeat] {
  r not in Repeated and Repeated' = Repeated + r and Crashed' = Crashed
  s in m.to and m in Decided - Pending
  Queues.holds' = Queues.holds + (s -> m)
  sagaStays and workStays and inboxStays and outboxStays
}

/*
 * Handle, commit, acknowledge; a crash in between leaves the acknowledgement out. Any
 * message of the queue may be next: no order is promised.
 */
pred handle[s: Service, m: Message, crash: Service] {
  m in Queues.holds[s] and crash in s - Crashed
  Crashed' = Crashed + crash and Repeated' = Repeated
  Queues.holds' = ((some crash) implies Queues.holds else Queues.holds - (s -> m))
  (m in Rows.inbox[s] and ForgetsInbox not in Design.flaws)
    implies (sagaStays and workStays and inboxStays and outboxStays)
    else commit[s, m]
}

pred commit[s: Service, m: Message] {
  Rows.inbox' = Rows.inbox + (s -> m)
  Observer.doubled' = Observer.doubled + ((s -> m) & Rows.inbox)
  s in Worker implies (work[s, m] and sagaStays) else (follow[m] and workStays)
}

pred work[w: Worker, m: Message] {
  m = Do implies {
    (w in Tombstone and ForgetsTombstone not in Design.flaws)
      implies (Effect' = Effect and outboxStays)
      else (Effect' = Effect + w and decide[w.done])
    Tombstone' = Tombstone
  } else {
    Effect' = Effect - w and Tombstone' = Tombstone + w
    decide[w.undone]
  }
}

pred follow[m: Message] {
  let w = done.m, u = undone.m {
    (some w and Saga.state = Working) implies {
      Saga.answered' = Saga.answered + w and withdrawn' = withdrawn
      (Saga.answered + w = Worker)
        implies (Saga.state' = IsPublished and decide[Published])
        else (state' = state and outboxStays)
    } else ((some u and Saga.state = Compensating) implies {
      Saga.withdrawn' = Saga.withdrawn + u and answered' = answered
      (Saga.withdrawn + u = Worker)
        implies (Saga.state' = HasFailed and decide[Failed])
        else (state' = state and outboxStays)
    } else (sagaStays and outboxStays))
  }
}

pred nothing { sagaStays and workStays and outboxStays and inboxStays and faultsStay and holds' = holds }

/* Something that has to be done still: a pending message, a full queue, a saga without an end. */
pred ended { no Pending and no Queues.holds and Saga.state in IsPublished + HasFailed }

pred step {
  begin or timeOut
  or (some m: Message | relay[m, none] or relay[m, m.from] or rashly[m])
  or (some s: Service, m: Message | handle[s, m, none] or handle[s, m, s])
  or (some s: Service, m: Message, r: Repeat | repeat[m, s, r])
}

fact Behaviour { init and always (step or nothing) }

/* Faults are used up, and what can be done is done: it stops only where nothing is left. */
pred diligent { always (nothing implies not canGoOn) }
pred canGoOn { Saga.state in New + Working or some Pending or some Queues.holds }

/* The promises. */
pred nothingIsLost { all m: Decided, s: m.to | m in Pending or m in Queues.holds[s] or m in Rows.inbox[s] }
pred onceInEffect { no Observer.doubled }
pred nothingIsSaidThatWasNotCommitted { Service.(Queues.holds) + Service.(Rows.inbox) in Decided }
pred publishedXorCompensated {
  not (Published in Decided and Undo in Decided)
  not (Published in Decided and Failed in Decided)
}
pred endsStay { all s: IsPublished + HasFailed | Saga.state = s implies Saga.state' = s }
pred nothingIsLeftOver {
  ended implies (Saga.state = IsPublished implies (Effect = Worker and no Tombstone) else no Effect)
}
pred safe {
  nothingIsLost and onceInEffect and nothingIsSaidThatWasNotCommitted
  publishedXorCompensated and endsStay and nothingIsLeftOver
}

/* In every build: seconds. */
Safe: check { no Design.flaws implies always safe } for 1 but exactly 7 steps expect 0
MarkingFirstLoses: check { Design.flaws = MarksBeforeSending implies always nothingIsLost } for 1 but exactly 5 steps expect 1
SendingFirstLies: check { Design.flaws = SendsBeforeCommitting implies always nothingIsSaidThatWasNotCommitted } for 1 but exactly 5 steps expect 1
WithoutInboxDoubles: check { Design.flaws = ForgetsInbox implies always onceInEffect } for 1 but exactly 7 steps expect 1

/* On demand: minutes. */
DeepSafe: check { no Design.flaws implies always safe } for 1 but exactly 11 steps expect 0
DeepCanPublish: run { no Design.flaws and eventually (ended and Saga.state = IsPublished) } for 1 but exactly 12 steps expect 1
DeepCanFail: run { no Design.flaws and no Crashed' and eventually (ended and Saga.state = HasFailed) } for 1 but exactly 18 steps expect 1
DeepWithoutStateBoth: check { Design.flaws = IgnoresState implies always publishedXorCompensated } for 1 but exactly 12 steps expect 1
DeepWithoutTombstoneLeftOver: check { (Design.flaws = ForgetsTombstone and diligent) implies always nothingIsLeftOver } for 1 but exactly 18 steps expect 1
DeepEnds: check { (no Design.flaws and diligent and always (no Crashed and no Repeated)) implies eventually always ended } for 1 but exactly 19 steps expect 0
