import type { ReactNode } from 'react';
import Lozenge from '@atlaskit/lozenge';
import type { DashboardView } from '../../../incode/views';
import { Section, Table } from './section';

/** The organisation's directory, as Incode knows it. */
export function Employees({ employees }: Pick<DashboardView, 'employees'>): ReactNode {
  return (
    <Section id="employees" title="Employees">
      <Table label="Employees" head={['Name', 'Corporate email', 'Phone', 'Enrolment', 'Identity ID']}>
        {employees.map((employee) => (
          <tr key={employee.email}>
            <th scope="row">{employee.name}</th>
            <td>{employee.email}</td>
            <td>{employee.phone ?? '–'}</td>
            <td>
              <Lozenge appearance={employee.enrolled ? 'success' : 'default'}>
                {employee.enrolled ? 'Enrolled' : 'Not enrolled'}
              </Lozenge>
            </td>
            <td>{employee.identityId ? <code>{employee.identityId}</code> : '–'}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
