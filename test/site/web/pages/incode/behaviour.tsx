import { useEffect, useId, useState, type ReactNode } from 'react';
import type { IncodeSwitches } from '../../../incode/switches';
import type { DashboardView } from '../../../incode/views';
import { Checkbox } from '../../forge-doc/checkbox';
import { useAction } from '../flags';
import { AMOUNTS, CHOICES, setSwitches, TOGGLES } from './behaviour-data';
import { Section } from './section';

interface SwitchesProps {
  switches: IncodeSwitches;
  set: (switches: Partial<IncodeSwitches>) => void;
}

/** Not in Incode's own dashboard: switches for unconfirmed behaviour, and for what goes wrong. */
export function Behaviour({ employees, ...kept }: Pick<DashboardView, 'employees' | 'switches'>): ReactNode {
  const act = useAction();
  // What a person has just chosen shows at once.
  const [chosen, setChosen] = useState<Partial<IncodeSwitches>>({});
  useEffect(() => {
    setChosen({});
  }, [kept.switches]);
  const switches = { ...kept.switches, ...chosen };
  const set = (some: Partial<IncodeSwitches>) => {
    setChosen({ ...chosen, ...some });
    act(() =>
      setSwitches(some).catch((error: unknown) => {
        setChosen({});
        throw error;
      }),
    );
  };
  return (
    <Section id="behaviour" title="Behaviour">
      <p className="subtle">
        Only on this local site: behaviour of Incode that is not confirmed, and what can go wrong. A change
        counts from the next event until the site is reset.
      </p>
      <div className="switches">
        <fieldset>
          <legend>Delivery and links</legend>
          {TOGGLES.map(([name, label]) => (
            <Checkbox
              key={name}
              label={label}
              isChecked={switches[name]}
              onChange={(event) => {
                set({ [name]: event.currentTarget.checked });
              }}
            />
          ))}
        </fieldset>
        <Identities employees={employees} switches={switches} set={set} />
        <Forms switches={switches} set={set} />
        <Amounts switches={switches} set={set} />
      </div>
    </Section>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  /** Each value with the words for it. */
  options: readonly (readonly [value: string, words: string])[];
  choose: (value: string) => void;
}

/** The label does not contain the field. If it did, browsers would add the text of every option to the field's name. */
function Choice({ label, value, options, choose }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="switch-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          choose(event.currentTarget.value);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Forms({ set, switches }: SwitchesProps): ReactNode {
  return (
    <fieldset>
      <legend>Form of a webhook</legend>
      {CHOICES.map(({ label, name, options }) => (
        <Choice
          key={name}
          label={label}
          value={switches[name]}
          options={options}
          choose={(value) => {
            set({ [name]: value });
          }}
        />
      ))}
    </fieldset>
  );
}

function Amounts({ set, switches }: SwitchesProps): ReactNode {
  return (
    <fieldset>
      <legend>Times and limits</legend>
      {AMOUNTS.map(({ empty, label, max, min, name }) => (
        <label key={name} className="switch-field">
          {label}
          <input
            // Drawn anew when the value changes elsewhere.
            key={String(switches[name])}
            type="number"
            min={min}
            max={max}
            required={empty === undefined}
            placeholder={empty}
            defaultValue={switches[name] ?? ''}
            onBlur={({ currentTarget: { validity, value } }) => {
              const amount = value === '' ? null : Number(value);
              if (validity.valid && amount !== switches[name]) set({ [name]: amount });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}

function Identities({
  employees,
  set,
  switches,
}: SwitchesProps & Pick<DashboardView, 'employees'>): ReactNode {
  const changed = switches.changedIdentities;
  const others = employees.filter(({ email, enrolled }) => enrolled && !changed.includes(email));
  return (
    <fieldset>
      <legend>Employees whose identity has changed</legend>
      {changed.map((email) => (
        <Checkbox
          key={email}
          label={email}
          isChecked
          onChange={() => {
            set({ changedIdentities: changed.filter((other) => other !== email) });
          }}
        />
      ))}
      <Choice
        label="Change the identity of"
        value=""
        options={[['', 'Choose…'], ...others.map(({ email, name }) => [email, name] as const)]}
        choose={(email) => {
          set({ changedIdentities: [...changed, email] });
        }}
      />
    </fieldset>
  );
}
